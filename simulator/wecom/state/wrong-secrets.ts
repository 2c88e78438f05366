import type { Clock } from '../clock'
import { fault } from '../wire/fault'
import { isWithin } from './span'

/** Counts wrong secrets by the caller's address, and bans the address from gettoken. */
export interface WrongSecrets {
  /** Throws 45009 while the address is banned. */
  admit(address: string): void
  count(address: string): void
}

const hour = 3600 * 1000

/**
 * WeCom bans an address from gettoken for one hour (note 5 of 45009,
 * https://developer.work.weixin.qq.com/document/path/90313); its staff name 2000 in an hour.
 */
export const createWrongSecrets = (deps: { clock: Clock; limit: number }): WrongSecrets => {
  const { clock, limit } = deps
  const attempts = new Map<string, number[]>()
  const bannedAt = new Map<string, number>()

  const recent = (address: string) =>
    (attempts.get(address) ?? []).filter((since) => isWithin(clock.now(), { since, ms: hour }))

  return {
    admit: (address) => {
      const since = bannedAt.get(address)
      if (since === undefined || !isWithin(clock.now(), { since, ms: hour })) return
      throw fault(45009, `too many wrong secrets from ${address}: banned for an hour`)
    },
    count: (address) => {
      if (limit === Infinity) return // nothing is ever too many, so nothing has to be kept
      const times = [...recent(address), clock.now()]
      attempts.set(address, times)
      if (times.length < limit) return
      bannedAt.set(address, clock.now())
      attempts.delete(address)
    },
  }
}
