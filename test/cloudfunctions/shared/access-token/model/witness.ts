import type { SimulatedWecom } from './simulated-wecom'
import type { World } from './world'

/** Notes that a token was handed out; the result notes that WeCom rejected it. */
export type Witness = (accessToken: string) => () => void

interface Record {
  /** How often it was rejected after the instance knew of all rejections before. */
  rejections: number
  lastAt: number
}

/**
 * Watches what one instance hands out. A token that was rejected may only come again if gettoken gave
 * it again: each time that it is given, it may be rejected once before the instance knows.
 */
export const createWitness = (
  { time, violations }: World,
  { timesGiven }: Pick<SimulatedWecom, 'timesGiven'>,
): Witness => {
  const records = new Map<string, Record>()
  return (accessToken) => {
    const handedOutAt = time.now()
    const { rejections, lastAt } = records.get(accessToken) ?? { rejections: 0, lastAt: -Infinity }
    if (rejections >= timesGiven(accessToken))
      violations.push('a token that was known to be rejected was handed out')
    return () => {
      const known = records.get(accessToken)
      // Handed out before the last rejection was heard of: this one tells nothing new.
      if (known && known.lastAt > lastAt && handedOutAt <= known.lastAt) return
      records.set(accessToken, { rejections: rejections + 1, lastAt: time.now() })
    }
  }
}
