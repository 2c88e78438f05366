import { createLogin } from '../../../miniprogram/services/login'
import type { LoginSource } from '../../../miniprogram/services/login'
import { createTime } from '../fixtures/time'

type Options = Parameters<LoginSource['login']>[0]

function setUp(kind: 'wecom' | 'wechat', qy = true) {
  const wecom: Options[] = []
  const wechat: Options[] = []
  const time = createTime()
  const source: LoginSource = {
    login: (options) => wechat.push(options),
    ...(qy ? { qy: { login: (options: Options) => wecom.push(options) } } : {}),
  }
  const login = createLogin({
    source,
    host: { kind, language: 'en', textSize: 'standard' },
    timer: time.timer,
  })
  return { login, wecom, wechat, time }
}

describe('login', () => {
  test('inside WeCom asks WeCom', async () => {
    const { login, wecom, wechat } = setUp('wecom')
    const jsCode = login()
    wecom[0]?.success({ code: 'abc' })
    expect(await jsCode).toEqual({ ok: true, data: 'abc' })
    expect(wechat).toEqual([])
  })

  test('in plain WeChat asks WeChat', async () => {
    const { login, wecom, wechat } = setUp('wechat')
    const jsCode = login()
    wechat[0]?.success({ code: 'abc' })
    expect(await jsCode).toEqual({ ok: true, data: 'abc' })
    expect(wecom).toEqual([])
  })

  test('that the client fails is OFFLINE; without a code it is NO_REPLY', async () => {
    const failing = setUp('wecom')
    const failed = failing.login()
    failing.wecom[0]?.fail({ errMsg: 'qy.login:fail' })
    for (const answer of [failed, setUp('wecom', false).login()]) {
      expect(await answer).toMatchObject({ ok: false, error: { code: 'OFFLINE' } })
    }
    const empty = setUp('wecom')
    const nothing = empty.login()
    empty.wecom[0]?.success({ code: '' })
    expect(await nothing).toMatchObject({ ok: false, error: { code: 'NO_REPLY' } })
  })

  test('that never calls back is a TIMEOUT', async () => {
    const { login, time } = setUp('wecom')
    const jsCode = login()
    time.pass(10_000)
    expect(await jsCode).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } })
  })
})
