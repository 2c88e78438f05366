import fc from 'fast-check'
import { createRate } from '../../../../simulator/wecom/state/rate'

const windowMs = 60_000
const rig = (times: number) => {
  const clock = { at: 1_000_000, now: () => clock.at }
  return { clock, rate: createRate({ clock, times, windowMs }) }
}

test('a clock that is set back opens what was shut, and counts anew', () => {
  const { clock, rate } = rig(1)
  clock.at += 10 * windowMs
  expect([rate.take('zhangsan'), rate.take('zhangsan')]).toEqual([true, false])
  clock.at -= windowMs
  expect([rate.take('zhangsan'), rate.take('zhangsan')]).toEqual([true, false])
})

test('keys do not count for one another', () => {
  const { rate } = rig(1)
  expect([rate.take('zhangsan'), rate.take('lisi'), rate.take('lisi')]).toEqual([true, true, false])
})

test('whatever the pace, no window has more, and who waits the window out may go on', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), steps, (times, pauses) => {
      const { clock, rate } = rig(times)
      let [startedAt, taken, shutAt] = [-Infinity, 0, -Infinity]
      for (const pause of pauses) {
        clock.at += pause
        const isShut = clock.at - shutAt < windowMs
        if (!isShut && (shutAt > startedAt || clock.at - startedAt >= windowMs)) {
          ;[startedAt, taken, shutAt] = [clock.at, 0, -Infinity]
        }
        const allowed = !isShut && taken < times
        expect(rate.take('zhangsan')).toBe(allowed)
        if (allowed) taken += 1
        else if (!isShut) shutAt = clock.at
      }
    }),
  )
})
