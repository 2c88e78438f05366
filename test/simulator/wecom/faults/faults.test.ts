import fc from 'fast-check'
import { createFaults } from '../../../../simulator/wecom/faults/faults'

/** Randomness that gives these fractions, one after the other, and then the last again. */
const fractions = (...values: number[]) => {
  let at = 0
  return () => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(Math.floor((values[Math.min(at, values.length - 1)] ?? 0) * 2 ** 32))
    at += 1
    return bytes
  }
}

test('jitter is added to the wait, and never more than was said', () => {
  const faults = createFaults({ random: fractions(0, 0.5, 0.999) })
  faults.add({ path: '*', kind: 'wait', ms: 100, jitterMs: 40, times: 3 })
  const waited = [1, 2, 3].map(() => Math.round(faults.take('/cgi-bin/gettoken').waitMs))
  expect(waited).toEqual([100, 120, 140])
  expect(faults.list()).toEqual([])
})

test('a chance strikes as often as it says, and only what was struck is used up', () => {
  const faults = createFaults({ random: fractions(0.2, 0.4, 0.1) })
  faults.add({ path: '*', kind: 'half', chance: 0.3, times: 2 })
  const struck = [1, 2, 3].map(() => faults.take('/cgi-bin/gettoken').effect !== undefined)
  expect(struck).toEqual([true, false, true])
  expect(faults.list()).toEqual([])
})

test('every rule strikes as many calls as it says, in the order they were added', () => {
  const rule = fc.record({
    path: fc.constantFrom('*', '/a', '/b'),
    errcode: fc.integer({ min: 1, max: 9 }),
    times: fc.integer({ min: 1, max: 4 }),
  })
  fc.assert(
    fc.property(fc.array(rule), fc.array(fc.constantFrom('/a', '/b')), (rules, calls) => {
      const faults = createFaults({ random: fractions(0) })
      for (const one of rules) faults.add({ ...one, kind: 'errcode' })
      const left = rules.map((one) => ({ ...one }))
      for (const path of calls) {
        const due = left.find((one) => one.times > 0 && (one.path === '*' || one.path === path))
        if (due) due.times -= 1
        const { effect } = faults.take(path)
        expect(effect?.kind === 'errcode' ? effect.errcode : undefined).toBe(due?.errcode)
      }
      expect(faults.list().map(({ times }) => times)).toEqual(
        left.map(({ times }) => times).filter((times) => times > 0),
      )
    }),
  )
})

test('whoever listens hears when a rule comes, is used or goes', () => {
  const heard: number[] = []
  const faults = createFaults({ random: fractions(0), onChange: () => heard.push(heard.length) })
  const { id } = faults.add({ path: '*', kind: 'html', times: 2 })
  faults.take('/a')
  faults.remove(id)
  faults.take('/a')
  expect(faults.remove(id)).toBe(false)
  expect(heard).toHaveLength(3)
})
