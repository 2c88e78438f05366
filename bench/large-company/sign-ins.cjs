// Signs in so many people in this process, and prints how long that took and what the process weighs.
// Usage: node sign-ins.cjs FILE CONTEXT CODES
'use strict'
const [, , file = '', context = '{}', codes = '[]'] = process.argv
const { main } = require(file)

// Ends itself: what is measured keeps its connections to WeCom and to the store open for the next call.
const run = async () => {
  const each = []
  for (const jsCode of JSON.parse(codes)) {
    const startedAt = performance.now()
    const reply = await main({ action: 'signIn', jsCode }, JSON.parse(context))
    if (!reply.ok) throw new Error(reply.error.code)
    each.push(performance.now() - startedAt)
  }
  // maxRSS is in kilobytes; what is printed, in bytes.
  const heaviest = process.resourceUsage().maxRSS * 1024
  process.stderr.write(JSON.stringify({ each, heaviest, memory: process.memoryUsage().rss }))
  process.exit(0)
}

run().catch((error) => {
  process.stderr.write(error.message)
  process.exit(1)
})
