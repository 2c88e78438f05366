// npm run bench: what a sign-in costs beside the least that it could cost, both in this one run.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { startBenchUpstream } from '../bench/upstream'
import { callFunctionInvocation } from '../simulator/cloudbase/events'
import { buildFunctions, functionsRoot } from './functions'
import { createKeyRing } from './key-ring'
import { inRoot } from './paths'

const caller = { appId: 'wx0', openId: 'o0', source: 'wx_client', address: '127.0.0.1' }
const target = {
  functionName: 'identity',
  envId: 'bench',
  timeoutMs: 1000,
  memoryMb: 256,
  now: Date.now,
}
const context = JSON.stringify(callFunctionInvocation(target, {}, caller).context)

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

const run = async () => {
  await buildFunctions()
  const upstream = await startBenchUpstream()
  const environment = {
    WECOM_API_BASE: upstream.url,
    WECOM_CORP_ID: 'wwBENCH',
    WECOM_AGENT_ID: '1',
    WECOM_CORP_SECRET: 'bench-bench',
    SESSION_KEYS: JSON.stringify(createKeyRing()),
    STORE: 'memory',
  }
  const measure = (file: string, times: number) =>
    new Promise<{ cpu: number; ms: number }>((resolve, reject) => {
      const startedAt = performance.now()
      const child = spawn(
        process.execPath,
        [inRoot('bench', 'sign-in.cjs'), file, `${times}`, context],
        {
          env: environment,
          stdio: ['ignore', 'ignore', 'pipe'],
        },
      )
      let text = ''
      child.stderr.on('data', (chunk) => (text += chunk))
      child.on('exit', (code) =>
        code === 0
          ? resolve({ cpu: Number(text), ms: performance.now() - startedAt })
          : reject(new Error(text)),
      )
    })
  const ours = path.join(functionsRoot, 'identity', 'index.js')
  const raw = inRoot('bench', 'raw.cjs')
  const repeat = async (file: string, times: number, runs: number) => {
    const results = []
    for (let n = 0; n < runs; n++) results.push(await measure(file, times))
    return { cpu: median(results.map(({ cpu }) => cpu)), ms: median(results.map(({ ms }) => ms)) }
  }

  const rows = [
    [
      'CPU of a sign-in, warm, µs',
      (await repeat(raw, 3000, 3)).cpu,
      (await repeat(ours, 3000, 3)).cpu,
    ],
    [
      'fresh process to first sign-in, ms',
      (await repeat(raw, 0, 11)).ms,
      (await repeat(ours, 0, 11)).ms,
    ],
  ] as const
  console.log('| | raw node:http | identity | ratio |\n|---|---|---|---|')
  for (const [what, least, we] of rows) {
    console.log(`| ${what} | ${least.toFixed(0)} | ${we.toFixed(0)} | ${(we / least).toFixed(2)} |`)
  }
  upstream.close()
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
