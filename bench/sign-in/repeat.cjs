// Signs in so many times in this process, one after the other, and prints the CPU time of each in µs.
// Usage: node repeat.cjs FILE TIMES CONTEXT
'use strict'
const [, , file = '', times = '1', context = '{}'] = process.argv
const { main } = require(file)

// Ends itself: what is measured keeps its connections to WeCom and to the store open for the next call,
// and the time until the process has ended is part of the measurement.
const run = async () => {
  const signIn = async (/** @type {number} */ n) => {
    const reply = await main({ action: 'signIn', jsCode: `code-${n}` }, JSON.parse(context))
    if (!reply.ok) throw new Error(reply.error.code)
  }
  await signIn(-1)
  if (times === '0') return process.exit(0)
  // The first hundreds are for the compiler.
  for (let n = 0; n < 500; n++) await signIn(n)
  const before = process.cpuUsage()
  for (let n = 0; n < Number(times); n++) await signIn(500 + n)
  const { user, system } = process.cpuUsage(before)
  process.stderr.write(`${(user + system) / Number(times)}\n`)
  process.exit(0)
}

run()
