// The process of one client: loads its program and answers what the test asks of it.
'use strict'
const make = require(process.argv[2])

const made = Promise.resolve(make(JSON.parse(process.env.SETTINGS)))

process.on('message', async ({ id, verb, inputs }) => {
  try {
    const value = await (await made)[verb](...inputs)
    process.send({ id, value })
  } catch (error) {
    // Some clients throw the reply itself.
    const text = error instanceof Error ? error.message : JSON.stringify(error)
    process.send({ id, error: text })
  }
})

// A test that was stopped half-way leaves no server behind.
process.on('disconnect', () => process.exit())
