import type { Clock } from '../clock'
import type { Corp } from '../company/company'
import { fault } from '../wire/fault'
import { isWithin } from './span'

/** Counts mobile numbers and mail addresses that led to nobody, and shuts the lookups to the corp. */
export interface WrongLookups {
  /** Throws 45009 while they are shut. */
  admit(corp: Corp): void
  count(corp: Corp): void
}

const day = 24 * 3600 * 1000

/**
 * More wrong ones than a share of the headcount shut the call for a day. No document names the
 * errcode of that day; here it is that of every other limit.
 * https://developer.work.weixin.qq.com/document/path/95402
 *
 * @param share 0.2 is WeCom's; Infinity for no limit.
 */
export const createWrongLookups = (deps: { clock: Clock; share: number }): WrongLookups => {
  const { clock, share } = deps
  const shutAt = new Map<Corp, number>()
  const wrong = new Map<Corp, { since: number; times: number }>()

  return {
    admit: (corp) => {
      const since = shutAt.get(corp)
      if (since === undefined || !isWithin(clock.now(), { since, ms: day })) return
      throw fault(45009, `too many wrong lookups for ${corp.name}: shut for a day`)
    },
    count: (corp) => {
      const now = clock.now()
      const today = wrong.get(corp)
      const counted =
        today && isWithin(now, { since: today.since, ms: day })
          ? { since: today.since, times: today.times + 1 }
          : { since: now, times: 1 }
      wrong.set(corp, counted)
      if (counted.times <= corp.members.length * share) return
      shutAt.set(corp, now)
      wrong.delete(corp)
    },
  }
}
