import type { MovableClock } from '../clock'
import { ControlError, fieldsOf, jsonOf } from './endpoint'
import { json, type Route } from './route'

/**
 * GET /_sim/clock → {now: epoch ms, iso, aheadSeconds: of the machine's clock}. POST moves it, by
 * one of {advanceSeconds}, {set: epoch ms or ISO 8601} and {reset: true}; it runs on from there.
 */
export const clockRoutes = (clock: MovableClock): Route[] => {
  const tell = () => ({
    now: clock.now(),
    iso: new Date(clock.now()).toISOString(),
    aheadSeconds: Math.round(clock.aheadMs() / 1000),
  })
  return [
    json('GET', '/_sim/clock', tell),
    json('POST', '/_sim/clock', (call) => {
      move(clock, fieldsOf(jsonOf(call)))
      return tell()
    }),
  ]
}

const move = (clock: MovableClock, fields: Record<string, unknown>): void => {
  const { advanceSeconds, set, reset } = fields
  const [named, another] = Object.keys(fields)
  if (another !== undefined) throw new ControlError(400, oneOf)
  switch (named) {
    case 'advanceSeconds':
      return clock.advance(whole(advanceSeconds))
    case 'set':
      return clock.set(epochMs(set))
    case 'reset':
      if (reset === true) return clock.reset()
  }
  throw new ControlError(400, oneOf)
}

const oneOf =
  'one of {"advanceSeconds": 7200}, {"set": "2026-03-02T09:00:00+08:00"}, {"reset": true}'

const tenYears = 10 * 365 * 24 * 3600

const whole = (seconds: unknown): number => {
  if (Number.isSafeInteger(seconds) && Math.abs(Number(seconds)) <= tenYears) return Number(seconds)
  throw new ControlError(400, 'advanceSeconds must be a whole number, at most ten years')
}

/** The furthest that refusals can tell the time of: ten digits of seconds. */
const end = 9_999_999_999_000

const epochMs = (set: unknown): number => {
  const at = typeof set === 'string' ? Date.parse(set) : set
  if (typeof at === 'number' && Number.isSafeInteger(at) && at >= 0 && at <= end) return at
  throw new ControlError(400, 'set must be epoch ms or a date as ISO 8601')
}
