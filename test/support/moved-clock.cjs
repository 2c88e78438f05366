// Loaded into a process of a function before anything else (NODE_OPTIONS=--require): its Date.now() is
// as many ms ahead as MOVED_CLOCK, a file, says at that moment.
'use strict'
const { readFileSync } = require('node:fs')

const realNow = Date.now
Date.now = () => realNow() + Number(readFileSync(process.env.MOVED_CLOCK, 'utf8'))
