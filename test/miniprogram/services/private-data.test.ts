import { createFailureLog } from '../../../miniprogram/services/failure-log'
import { createPrivateData } from '../../../miniprogram/services/private-data'
import type { PrivateDataSource } from '../../../miniprogram/services/private-data'
import { createCloud, good, refusal } from '../fixtures/cloud'
import type { Outcome } from '../fixtures/cloud'
import { NOON, signedIn, zhangsan } from '../fixtures/employees'
import { createPhoneSession } from '../fixtures/session'
import { createTime } from '../fixtures/time'

type Callbacks<T> = { success(result: T): void; fail(failure: unknown): void }

/** A WeCom client that keeps count of what it encrypted, and whose session may have run out. */
function client(options: { consents?: boolean; sessions?: boolean[]; lacks?: string } = {}) {
  const { consents = true, sessions = [], lacks } = options
  let asked = 0
  const encrypt = ({ success, fail }: Callbacks<{ encryptedData: string; iv: string }>) => {
    asked += 1
    const isActive = sessions.length === 0 || sessions[0] === true
    if (consents && isActive) success({ encryptedData: `sealed-${asked}`, iv: 'iv' })
    else fail({ errMsg: 'fail' })
  }
  const source: PrivateDataSource = {
    canIUse: (schema) => schema !== lacks,
    checkSession({ success, fail }) {
      const isActive = sessions.length === 0 || sessions.shift() === true
      if (isActive) success({})
      else fail({})
    },
    getMobile: encrypt,
    getEmail: encrypt,
    getAvatar: ({ success, fail }) =>
      consents ? success({ avatar: 'https://wework.qpic.cn/picture/0' }) : fail({}),
  }
  return { source, asked: () => asked }
}

function setUp(source: PrivateDataSource | undefined, unseal: Outcome[] = [], signIns = 1) {
  const issued = Array.from({ length: signIns }, (_, at) =>
    good(signedIn(zhangsan, NOON, `t${at}`)),
  )
  const cloud = createCloud({ signIn: issued, unseal })
  const { clock } = createTime()
  const failures = createFailureLog(clock)
  const session = createPhoneSession(cloud.call, clock)
  const privateData = createPrivateData({ source, session, call: cloud.call, failures })
  const unsealed = () => cloud.asked.filter(({ action }) => action === 'unseal')
  return { privateData, cloud, failures, unsealed }
}

describe('what WeCom gives with consent', () => {
  test('is encrypted by the client and opened by the server', async () => {
    const { source } = client()
    const { privateData, unsealed } = setUp(source, [good({ mobile: '13800000000' })])
    expect(await privateData.ask('mobile')).toEqual(good('13800000000'))
    expect(unsealed().map(({ args }) => args)).toEqual([
      { kind: 'mobile', encryptedData: 'sealed-1', iv: 'iv' },
    ])
  })

  test('needs no server where it is a picture', async () => {
    const { source } = client()
    const { privateData, unsealed } = setUp(source)
    expect(await privateData.ask('avatar')).toEqual(good('https://wework.qpic.cn/picture/0'))
    expect(unsealed()).toEqual([])
  })

  test.each(['mobile', 'email', 'avatar'] as const)(
    'is not given when the employee declines the %s, which is nothing that went wrong',
    async (field) => {
      const { source } = client({ consents: false })
      const { privateData, unsealed, failures } = setUp(source)
      expect(await privateData.ask(field)).toMatchObject({
        ok: false,
        error: { code: 'NOT_GIVEN' },
      })
      expect(unsealed()).toEqual([])
      expect(failures.latest()).toBeNull()
    },
  )

  test('is asked for once more after a new sign-in when the client has no session', async () => {
    const { source, asked } = client({ sessions: [false, true] })
    const { privateData, cloud } = setUp(source, [good({ email: 'z@example.com' })], 2)
    expect(await privateData.ask('email')).toEqual(good('z@example.com'))
    expect(cloud.asked.map(({ action }) => action)).toEqual(['signIn', 'signIn', 'unseal'])
    expect(asked()).toBe(2)
  })

  test('is encrypted anew when the server’s key is another one by now', async () => {
    const { source } = client()
    const { privateData, unsealed } = setUp(
      source,
      [refusal('DATA_REFUSED', 'signIn'), good({ mobile: '13800000000' })],
      2,
    )
    expect(await privateData.ask('mobile')).toEqual(good('13800000000'))
    expect(unsealed().map(({ args }) => (args as { encryptedData: string }).encryptedData)).toEqual(
      ['sealed-1', 'sealed-2'],
    )
  })

  test('that the server cannot open is a failure, and noted', async () => {
    const { source } = client()
    const { privateData, failures } = setUp(source, [refusal('NOT_CONFIGURED')])
    expect(await privateData.ask('mobile')).toEqual(refusal('NOT_CONFIGURED'))
    expect(failures.latest()?.failure.code).toBe('NOT_CONFIGURED')
  })

  test('that is empty is no answer', async () => {
    const { source } = client()
    const { privateData } = setUp(source, [good({ mobile: '' })])
    expect(await privateData.ask('mobile')).toMatchObject({ error: { code: 'NO_REPLY' } })
  })

  test('is offered only by a client that has the call', () => {
    const { source } = client({ lacks: 'getEmail' })
    const { privateData } = setUp(source)
    expect([privateData.offers('mobile'), privateData.offers('email')]).toEqual([true, false])
    expect(setUp(undefined).privateData.offers('mobile')).toBe(false)
  })
})
