// One instance of a function, as a process of its own: it uses the token as it is told over IPC.
import http from 'node:http'
import { createAccessTokenCache } from '../../../../../cloudfunctions/shared/access-token/access-token'
import type { TokenEvent } from '../../../../../cloudfunctions/shared/access-token/events'
import { createSeal, readSealRing } from '../../../../../cloudfunctions/shared/store/seal'
import type { Store } from '../../../../../cloudfunctions/shared/store/store'
import { WecomError } from '../../../../../cloudfunctions/shared/wecom/errors'
import { connectStore } from '../../../../support/store-server'
import { connectChecks } from './check-line'
import type { DeathPoint, Order, Report, WorkerSettings } from './orders'

const settings = JSON.parse(process.env.WORKER ?? '{}') as WorkerSettings
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 })
// As the client of WeCom does.
const exchangeTimeoutMs = 3000

let deathPoint: DeathPoint | undefined
const dieIfAt = (point: DeathPoint): void => {
  if (deathPoint === point) process.kill(process.pid, 'SIGKILL')
}

interface WireReply {
  errcode: number
  accessToken: string
  expiresInSeconds: number
}

const gettokenPath = '/cgi-bin/gettoken'
const refused = (path: string, errcode: number) =>
  new WecomError({ failure: 'refused', path, errcode })

const get = (): Promise<WireReply> =>
  new Promise((resolve, reject) => {
    const fail = (failure: 'noAnswer' | 'oddReply') => () =>
      reject(new WecomError({ failure, path: gettokenPath }))
    const signal = AbortSignal.timeout(exchangeTimeoutMs)
    const request = http.get(settings.tokenUrl, { agent, signal }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', fail('noAnswer'))
      response.on('end', () => {
        try {
          resolve(JSON.parse(Buffer.concat(chunks).toString()) as WireReply)
        } catch {
          fail('oddReply')()
        }
      })
    })
    request.on('error', fail('noAnswer'))
  })

const gettoken = async (): Promise<WireReply> => {
  setTimeout(() => dieIfAt('fetching'), 5)
  const reply = await get()
  if (reply.errcode !== 0) throw refused(gettokenPath, reply.errcode)
  return reply
}

const check = connectChecks(settings.checkPort)
const call = async (accessToken: string): Promise<void> => {
  const errcode = await check(accessToken)
  if (errcode !== 0) throw refused('/cgi-bin/user/get', errcode)
}

/** Dies, if it is told to, while a write is on its way; the write is on the wire by then. */
const mortal = (store: Store): Store => {
  const observed = <T>(value: unknown, write: () => Promise<T>): Promise<T> => {
    const { lease } = value as { lease: unknown }
    const answer = write()
    setTimeout(() => dieIfAt(lease ? 'takingLease' : 'saving'), 1)
    return answer
  }
  return {
    ...store,
    insert: (key, value, ttlMs) => observed(value, () => store.insert(key, value, ttlMs)),
    cas: (key, rev, value, ttlMs) => observed(value, () => store.cas(key, rev, value, ttlMs)),
  }
}

const clock = { now: () => Date.now() + settings.skewMs }
const events: Report['events'] = {}
const note = ({ event }: TokenEvent): void => {
  events[event] = (events[event] ?? 0) + 1
  dieIfAt(event)
}
const cache = createAccessTokenCache({
  fetch: gettoken,
  store: mortal(connectStore(settings.storeUrl)),
  seal: createSeal(readSealRing(settings.ring), clock),
  key: settings.key,
  clock,
  onEvent: note,
  timings: settings.timings,
})

let succeeded = 0
let failures: Record<string, number> = {}
let durations: number[] = []
let isWorking = false

const use = async (): Promise<void> => {
  const startedAt = performance.now()
  try {
    await cache.use(call)
    succeeded++
  } catch (error) {
    const name =
      error instanceof WecomError
        ? `${error.path} ${error.failure} ${error.errcode ?? ''}`.trim()
        : String(error)
    failures[name] = (failures[name] ?? 0) + 1
  } finally {
    durations.push(performance.now() - startedAt)
  }
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const work = async (): Promise<void> => {
  while (isWorking) {
    const failedBefore = Object.keys(failures).length
    await use()
    await rest(Object.keys(failures).length > failedBefore ? 20 : Math.random() * 4)
  }
}

const report = (): void => {
  durations.sort((a, b) => a - b)
  const current: Report = {
    succeeded,
    failures,
    longestMs: durations.at(-1) ?? 0,
    medianMs: durations[durations.length >> 1] ?? 0,
    events: { ...events },
  }
  process.send?.(current)
  succeeded = 0
  failures = {}
  durations = []
  for (const event of Object.keys(events)) delete events[event as TokenEvent['event']]
}

let working: Promise<unknown> = Promise.resolve()
const obey = async (order: Order): Promise<void> => {
  const times = <T>(callers: number, what: () => Promise<T>) =>
    Promise.all(Array.from({ length: callers }, what))
  switch (order.order) {
    case 'use':
      await times(order.callers, use)
      return report()
    case 'work':
      isWorking = true
      working = times(order.callers, work)
      return
    case 'stop':
      isWorking = false
      await working
      return report()
    case 'dieAt':
      deathPoint = order.point
  }
}
process.on('message', (order: Order) => void obey(order))
process.on('disconnect', () => process.exit())
process.send?.('ready')
