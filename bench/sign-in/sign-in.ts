import { spawn } from 'node:child_process'
import path from 'node:path'
import { buildFunctions, functionsRoot } from '../../scripts/functions'
import { createKeyRing } from '../../scripts/key-ring'
import { inRoot } from '../../scripts/paths'
import { callFunctionInvocation } from '../../simulator/cloudbase/events'
import { median, rounded, type Bench } from '../bench'
import { startBenchUpstream } from './upstream'

const caller = { appId: 'wx0', openId: 'o0', source: 'wx_client', address: '127.0.0.1' }
const target = {
  functionName: 'identity',
  envId: 'bench',
  timeoutMs: 1000,
  memoryMb: 256,
  now: Date.now,
}
const context = JSON.stringify(callFunctionInvocation(target, {}, caller).context)

/** What a sign-in costs beside the least that it could cost. */
export const signInBench: Bench = {
  name: 'sign-in',
  heading: ['', 'raw node:http', 'identity', 'ratio'],
  async rows() {
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
    // Everybody is new, as they are to the raw one: WeCom is asked who they are.
    const everybodyIsNew = { ...environment, PROFILE_MINUTES: '0' }
    const repeat = async (
      file: string,
      times: number,
      runs: number,
      variables = everybodyIsNew,
    ) => {
      const results = []
      for (let n = 0; n < runs; n++) results.push(await measure(file, times, variables))
      return { cpu: median(results.map(({ cpu }) => cpu)), ms: median(results.map(({ ms }) => ms)) }
    }
    const ours = path.join(functionsRoot, 'identity', 'index.js')
    const raw = inRoot('bench', 'sign-in', 'raw.cjs')
    const beside = (what: string, least: number, we: number) => [
      what,
      rounded(least),
      rounded(we),
      (we / least).toFixed(2),
    ]
    try {
      return [
        beside(
          'CPU of a sign-in, warm, µs',
          (await repeat(raw, 3000, 3)).cpu,
          (await repeat(ours, 3000, 3)).cpu,
        ),
        beside(
          'the same of somebody who was here a minute ago',
          (await repeat(raw, 3000, 3)).cpu,
          (await repeat(ours, 3000, 3, { ...environment, PROFILE_MINUTES: '5' })).cpu,
        ),
        beside(
          'fresh process to first sign-in, ms',
          (await repeat(raw, 0, 11)).ms,
          (await repeat(ours, 0, 11)).ms,
        ),
      ]
    } finally {
      upstream.close()
    }
  },
}

/** CPU of one sign-in in µs, and the life of the whole process in ms. */
const measure = (file: string, times: number, env: Record<string, string>) =>
  new Promise<{ cpu: number; ms: number }>((resolve, reject) => {
    const startedAt = performance.now()
    const child = spawn(
      process.execPath,
      [inRoot('bench', 'sign-in', 'repeat.cjs'), file, `${times}`, context],
      { env, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let text = ''
    child.stderr.on('data', (chunk) => (text += chunk))
    child.on('exit', (code) =>
      code === 0
        ? resolve({ cpu: Number(text), ms: performance.now() - startedAt })
        : reject(new Error(text)),
    )
  })
