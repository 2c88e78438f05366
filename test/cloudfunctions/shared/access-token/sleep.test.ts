import { sleep } from '../../../../cloudfunctions/shared/access-token/sleep'
import { createTimeLimit } from '../../../../cloudfunctions/shared/access-token/time-limit'

const limit = createTimeLimit(sleep)
const tooLate = () => new Error('too late')
const never = () => new Promise<never>(() => undefined)

test('work that ends in time is not disturbed, and its alarm does not keep the process', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  const before = timers()
  await expect(limit(Promise.resolve('done'), 60_000, tooLate)).resolves.toBe('done')
  await expect(limit(Promise.reject(new Error('no')), 60_000, tooLate)).rejects.toThrow('no')
  expect(timers()).toBe(before)
})

test('work that does not end is given up', async () => {
  const startedAt = performance.now()
  await expect(limit(never(), 20, tooLate)).rejects.toThrow('too late')
  expect(performance.now() - startedAt).toBeLessThan(2000)
})
