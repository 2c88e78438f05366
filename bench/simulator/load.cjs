// Asks one address so many times over eight kept connections, and prints the milliseconds of each.
// Usage: node load.cjs URL TIMES
'use strict'
const http = require('node:http')

const [, , url = '', times = '1'] = process.argv
const agent = new http.Agent({ keepAlive: true, maxSockets: 8 })

const ask = () =>
  new Promise((resolve, reject) => {
    http
      .get(url, { agent }, (response) => {
        response.resume().on('end', resolve)
      })
      .on('error', reject)
  })

const run = async () => {
  for (let n = 0; n < 200; n++) await ask()
  let left = Number(times)
  const startedAt = performance.now()
  const askOn = async () => {
    while (left-- > 0) await ask()
  }
  await Promise.all(Array.from({ length: 8 }, askOn))
  process.stderr.write(`${(performance.now() - startedAt) / Number(times)}\n`)
  agent.destroy()
}

run()
