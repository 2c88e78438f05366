import { createFailureLog } from '../../../miniprogram/services/failure-log'
import { NOON } from '../fixtures/employees'
import { createTime } from '../fixtures/time'

const failure = { code: 'WECOM_BUSY', retry: 'later', traceId: 'trace-1' } as const

describe('the failure log', () => {
  test('is empty while nothing went wrong', () => {
    expect(createFailureLog(createTime().clock).latest()).toBeNull()
  })

  test('keeps the last failure and its time', () => {
    const time = createTime()
    const log = createFailureLog(time.clock)
    log.note({ ...failure, traceId: 'earlier' })
    time.pass(1000)
    log.note(failure)
    expect(log.latest()).toEqual({ failure, at: NOON + 1000 })
  })

  test('does not make a failure younger that is told once more', () => {
    const time = createTime()
    const log = createFailureLog(time.clock)
    log.note(failure)
    time.pass(60_000)
    log.note(failure)
    expect(log.latest()?.at).toBe(NOON)
  })

  test('forgets when all is well again', () => {
    const log = createFailureLog(createTime().clock)
    log.note(failure)
    log.forget()
    expect(log.latest()).toBeNull()
  })
})
