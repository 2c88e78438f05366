import { createGuard } from '../../../../cloudfunctions/shared/store/guard'
import { LoadFailure } from '../../../../cloudfunctions/shared/store/load-once'

const guard = createGuard({
  timeoutMs: 30,
  isRefusal: (error) => error instanceof RangeError,
})

test('an operation that never ends is away in time, and told to stop', async () => {
  let isStopped = false
  const endless = guard('get', (signal) => {
    signal.addEventListener('abort', () => (isStopped = true))
    return new Promise(() => undefined)
  })
  await expect(endless).rejects.toMatchObject({ failure: 'away', operation: 'get' })
  expect(isStopped).toBe(true)
})

test('what it gives in time is given on', async () => {
  expect(await guard('get', async () => 7)).toBe(7)
})

test.each([
  ['away', new TypeError('x')],
  ['refused', new RangeError('x')],
  ['refused', new LoadFailure()],
])('a failure is %s, and nothing of it is left', async (failure, thrown) => {
  const error: unknown = await guard('put', () => Promise.reject(thrown)).catch((one) => one)
  expect(error).toMatchObject({ failure, message: `store: put ${failure}` })
  expect(error).not.toHaveProperty('cause')
})
