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
  allowsRefusal(path: string, address: string): boolean
  /** One call of `path` for a corp; throws 45009. */
  ofCorp(path: string, corp: Corp): void
  /** One call with debug=1; throws 45009. */
  ofDebugging(address: string): void
  /** One ticket of `kind`; throws 45009. */
  ofTickets(kind: string, owner: { corpId: string; agentId: number }): void
  /** One call of `path` begins: gives what to call when it has ended, or undefined for 45033. */
  begin(path: string, address: string): (() => void) | undefined
}

const minute = 60_000
const hour = 60 * minute

/** https://developer.work.weixin.qq.com/document/path/90312 */
export const createLimits = (deps: { clock: Clock; settings: LimitSettings }): Limits => {
  const { clock, settings } = deps
  const rate = (times: number, windowMs: number) => createRate({ clock, times, windowMs })
  const addresses = {
    minute: rate(settings.callsOfAddressPerMinute, minute),
    hour: rate(settings.callsOfAddressPerHour, hour),
  }
  const corps = {
    minute: rate(settings.callsOfCorpPerMinute, minute),
    hour: rate(settings.callsOfCorpPerHour, hour),
  }
  const debugging = rate(settings.debugCallsPerMinute, minute)
  const tickets = {
    corp: rate(settings.ticketsOfCorpPerHour, hour),
    app: rate(settings.ticketsOfAppPerHour, hour),
  }
  const running = new Map<string, number>()

  return {
    settings,
    ofAddress: (path, address) => {
      const key = `${address} ${path}`
      if (!addresses.minute.take(key)) throw tooOften(`${address} calls ${path}`, 'minute')
      if (!addresses.hour.take(key)) throw tooOften(`${address} calls ${path}`, 'hour')
    },
    allowsRefusal: (path, address) => {
      const key = `${address} ${path}`
      return addresses.minute.take(key) && addresses.hour.take(key)
    },
    ofCorp: (path, { corpId, name }) => {
      const key = `${corpId} ${path}`
      if (!corps.minute.take(key)) throw tooOften(`${name} calls ${path}`, 'minute')
      if (!corps.hour.take(key)) throw tooOften(`${name} calls ${path}`, 'hour')
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

const tooOften = (whatHappened: string, window: 'minute' | 'hour') =>
  fault(45009, `${whatHappened} too often; this ends one ${window} after it began`)
