import type { Settings } from '../settings'

/** How soon a departure that no event tells of is noticed, and what that may cost. */
export interface PatrolSettings {
  /** Everybody at work is looked at once in so many ms. */
  everyMs: number
  /** Calls of WeCom in one run; there is one run a minute. */
  callsPerRun: number
}

const minuteMs = 60_000
// https://developer.work.weixin.qq.com/document/path/90454: 10 000 a minute for a corp and a path.
const mostCalls = 5000

export const readPatrol = (settings: Settings): PatrolSettings => ({
  everyMs:
    minuteMs * settings.integer('PATROL_EVERY', { minimum: 1, maximum: 1440, otherwise: 15 }),
  callsPerRun: settings.integer('PATROL_CALLS', {
    minimum: 10,
    maximum: mostCalls,
    otherwise: 1000,
  }),
})
