import { createMovableClock } from '../../../simulator/wecom/clock'

test('a clock that is set runs on from there, until it is reset', () => {
  let behind = 1000
  const clock = createMovableClock({ now: () => behind })
  clock.advance(7200)
  expect(clock.now()).toBe(7_201_000)
  behind += 500
  expect(clock.now()).toBe(7_201_500)
  clock.set(42)
  behind += 1
  expect(clock.now()).toBe(43)
  expect(clock.aheadMs()).toBe(-1458)
  clock.reset()
  expect(clock.now()).toBe(1501)
})
