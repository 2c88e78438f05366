// One instance of a function, in a process of its own: what Tencent's bootstrap does around `main`.
// It runs in a bare node, hence plain JavaScript.
// Usage: node instance.cjs FILE, with an IPC channel. Takes { id, event, context, setsEnvironment },
// answers { id, json } or { id, error }.
'use strict'

/** @type {{ main(event: unknown, context: unknown): unknown }} */
const { main } = require(/** @type {string} */ (process.argv[2]))

/** @param {{ environ: string }} context */
const setEnvironment = ({ environ }) => {
  // Set at each call and never cleared, as the real bootstrap does: a warm instance that reads
  // process.env meets the person of the call before.
  for (const pair of environ.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0) process.env[pair.slice(0, at)] = pair.slice(at + 1)
  }
}

process.on('message', async (message) => {
  const { id, event, context, setsEnvironment } = /** @type {any} */ (message)
  if (setsEnvironment) setEnvironment(context)
  try {
    const result = await main(event, {
      callbackWaitsForEmptyEventLoop: true,
      getContext: () => context,
      ...context,
    })
    process.send?.({ id, json: JSON.stringify(result === undefined ? null : result) })
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.message : String(error) })
  }
})

// A function that keeps a connection open must not outlive its platform.
process.on('disconnect', () => process.exit())

process.send?.({ ready: true })
