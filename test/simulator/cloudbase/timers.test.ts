import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inRoot } from '../../../scripts/paths'
import { readCron } from '../../../simulator/cloudbase/cron'
import { readTimers, startTimers } from '../../../simulator/cloudbase/timers'

const beijing = (text: string) => Date.parse(`${text}+08:00`)

test.each([
  ['0 */1 * * * * *', '2026-11-02T09:31:00', true],
  ['0 */1 * * * * *', '2026-11-02T09:31:01', false],
  ['0 */5 * * * * *', '2026-11-02T09:31:00', false],
  ['0 0 2 1 * * *', '2026-11-01T02:00:00', true],
  ['0 0 2 1 * * *', '2026-11-02T02:00:00', false],
  // Noon in Beijing is 4 o'clock elsewhere.
  ['0 0 12 * * * *', '2026-11-02T12:00:00', true],
  ['30 0/5 9-18 * * 1-5 *', '2026-11-02T10:35:30', true],
  ['30 0/5 9-18 * * 1-5 *', '2026-11-01T10:35:30', false],
  ['0 0 8,20 * 11 * 2026-2027', '2026-11-02T20:00:00', true],
  ['0 0 8,20 * 11 * 2027', '2026-11-02T20:00:00', false],
])('%s at %s: %s', (expression, at, isDue) => {
  expect(readCron(expression)(beijing(at))).toBe(isDue)
})

test.each([
  '* * * * *',
  '60 * * * * * *',
  '0 */0 * * * * *',
  '0 5-1 * * * * *',
  '0 ? * * * * *',
  '',
])('what the platform would not take is refused: %s', (expression) => {
  expect(() => readCron(expression)).toThrow(/timer/)
})

test('timers are those of config.json, and the patrol has one each minute', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-timers-'))
  mkdirSync(path.join(folder, 'a'))
  writeFileSync(path.join(folder, 'a', 'config.json'), '{"permissions":{}}')
  expect(readTimers(folder, 'a')).toEqual([])
  expect(readTimers(folder, 'b')).toEqual([])
  rmSync(folder, { recursive: true })
  const [timer, ...others] = readTimers(inRoot('cloudfunctions'), 'patrol')
  expect(others).toEqual([])
  expect(timer?.isDue(beijing('2026-11-02T09:31:00'))).toBe(true)
})

test('what is due is called once in its second, and nothing after the end', () => {
  jest.useFakeTimers({ now: beijing('2026-11-02T09:30:58') })
  const called: string[] = []
  const { end } = startTimers({
    timers: [{ functionName: 'f', triggerName: 't', isDue: readCron('0,1 * * * * * *') }],
    call: async (name, trigger) => void called.push(`${name} ${trigger}`),
    now: Date.now,
  })
  jest.advanceTimersByTime(1000)
  expect(called).toEqual([])
  jest.advanceTimersByTime(60_000)
  expect(called).toEqual(['f t', 'f t'])
  end()
  jest.advanceTimersByTime(60_000)
  expect(called).toHaveLength(2)
  jest.useRealTimers()
})
