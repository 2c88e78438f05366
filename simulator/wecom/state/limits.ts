import type { Clock } from '../clock'
import type { Corp } from '../company/company'
import { fault } from '../wire/fault'
import type { LimitSettings } from './limit-settings'
import { createRate } from './rate'

/** How often anyone may call. What goes beyond is refused for as long as the window is. */
export interface Limits {
  settings: LimitSettings
  /** One call of `path` from an address; throws 45009. */
  ofAddress(path: string, address: string): void
  /** One refusal, at a path where successes are free: false when it is one too many. */
  allowRefusal(path: string, of: { address: string; corp: Corp | undefined }): boolean
  /** One call of `path` for a corp; throws 45009. */
  ofCorp(path: string, corp: Corp): void
  /** One call with debug=1; throws 45009. */
  ofDebugging(address: string): void
  /** One ticket of `kind`; throws 45009. */
  ofTickets(kind: string, owner: { corpId: string; agentId: number }): void
  /** One call of `path` begins: gives what to call when it has ended, or undefined for 45033. */
  begin(path: string, address: string): (() => void) | undefined
}

type Window = 'minute' | 'hour'

const minute = 60_000
const hour = 60 * minute

/** https://developer.work.weixin.qq.com/document/path/90312 */
export const createLimits = (deps: { clock: Clock; settings: LimitSettings }): Limits => {
  const { clock, settings } = deps
  const rate = (times: number, windowMs: number) => createRate({ clock, times, windowMs })
  /** Counts one call of `path`; gives the window in which it is one too many. */
  const perPath = (timesPerMinute: number, timesPerHour: number) => {
    const [perMinute, perHour] = [rate(timesPerMinute, minute), rate(timesPerHour, hour)]
    return (path: string, caller: string): Window | undefined => {
      const key = `${caller} ${path}`
      if (!perMinute.take(key)) return 'minute'
      return perHour.take(key) ? undefined : 'hour'
    }
  }
  const addresses = perPath(settings.callsOfAddressPerMinute, settings.callsOfAddressPerHour)
  const corps = perPath(settings.callsOfCorpPerMinute, settings.callsOfCorpPerHour)
  const debugging = rate(settings.debugCallsPerMinute, minute)
  const tickets = {
    corp: rate(settings.ticketsOfCorpPerHour, hour),
    app: rate(settings.ticketsOfAppPerHour, hour),
  }
  const running = new Map<string, number>()

  return {
    settings,
    ofAddress: (path, address) => {
      const window = addresses(path, address)
      if (window) throw tooOften(`${address} calls ${path}`, window)
    },
    allowRefusal: (path, { address, corp }) =>
      !addresses(path, address) && !(corp && corps(path, corp.corpId)),
    ofCorp: (path, { corpId, name }) => {
      const window = corps(path, corpId)
      if (window) throw tooOften(`${name} calls ${path}`, window)
    },
    ofDebugging: (address) => {
      if (!debugging.take(address)) throw tooOften('debug=1 was used', 'minute')
    },
    ofTickets: (kind, { corpId, agentId }) => {
      if (!tickets.corp.take(`${kind} ${corpId}`)) throw tooOften('the corp asks', 'hour')
      if (!tickets.app.take(`${kind} ${corpId} ${agentId}`)) throw tooOften('the app asks', 'hour')
    },
    begin: (path, address) => {
      const key = `${address} ${path}`
      const already = running.get(key) ?? 0
      if (already >= settings.callsAtOnce) return undefined
      running.set(key, already + 1)
      return () => {
        const left = (running.get(key) ?? 1) - 1
        if (left > 0) running.set(key, left)
        else running.delete(key)
      }
    },
  }
}

const tooOften = (whatHappened: string, window: Window) =>
  fault(45009, `${whatHappened} too often; this ends one ${window} after it began`)
