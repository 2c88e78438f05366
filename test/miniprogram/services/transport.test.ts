import { createTransport } from '../../../miniprogram/services/transport'
import type { Wire } from '../../../miniprogram/services/transport'
import type { Host } from '../../../miniprogram/services/host'
import { createTime } from '../fixtures/time'

type RequestOptions = Parameters<Wire['request']>[0]
type CallOptions = Parameters<NonNullable<Wire['cloud']>['callFunction']>[0]

function setUp(kind: Host['kind'], cloudEnvId: string, options: { cloud?: boolean } = {}) {
  const requests: RequestOptions[] = []
  const calls: CallOptions[] = []
  const inits: string[] = []
  const time = createTime()
  const cloud: NonNullable<Wire['cloud']> = {
    init: ({ env }) => inits.push(env),
    callFunction: (call) => calls.push(call),
  }
  const wire: Wire = {
    request: (request) => requests.push(request),
    ...(options.cloud === false ? {} : { cloud }),
  }
  const call = createTransport({
    wire,
    host: { kind, language: 'zh-CN', textSize: 'standard' },
    config: { apiBase: 'https://gongpai.example.com', cloudEnvId },
    timer: time.timer,
  })
  return { call, requests, calls, inits, time }
}

const profileReply = { ok: true, data: { employee: { name: '张三' } } }

describe('inside WeCom', () => {
  test('every call is one HTTPS request, even with a cloud environment', async () => {
    const { call, requests, calls } = setUp('wecom', 'local')
    const answer = call('identity', 'signIn', { jsCode: 'abc' })
    expect(calls).toEqual([])
    expect(requests).toHaveLength(1)
    expect(requests[0]).toMatchObject({
      url: 'https://gongpai.example.com/api/identity',
      method: 'POST',
      data: { action: 'signIn', jsCode: 'abc' },
      header: { 'content-type': 'application/json' },
    })
    requests[0]?.success({ data: profileReply })
    expect(await answer).toEqual(profileReply)
  })

  test('the session travels as a header and nowhere else', () => {
    const { call, requests } = setUp('wecom', '')
    void call('identity', 'profile', {}, { session: 's3cret' })
    expect(requests[0]?.header.Authorization).toBe('Bearer s3cret')
    expect(requests[0]?.data).toEqual({ action: 'profile' })
    expect(requests[0]?.url).not.toContain('s3cret')
  })

  test('no session means no header', () => {
    const { call, requests } = setUp('wecom', '')
    void call('identity', 'signIn', { jsCode: 'abc' })
    expect(requests[0]?.header).not.toHaveProperty('Authorization')
  })
})

describe('in plain WeChat', () => {
  test('with a cloud environment it is callFunction, and no request', async () => {
    const { call, requests, calls, inits } = setUp('wechat', 'local')
    const answer = call('wechat', 'signIn', { jsCode: 'abc' }, { session: 'token' })
    expect(requests).toEqual([])
    expect(inits).toEqual(['local'])
    expect(calls[0]).toMatchObject({
      name: 'wechat',
      data: { action: 'signIn', jsCode: 'abc', session: 'token' },
    })
    calls[0]?.success({ result: profileReply })
    expect(await answer).toEqual(profileReply)
  })

  test('the cloud is initialised once', () => {
    const { call, inits } = setUp('wechat', 'local')
    void call('wechat', 'signIn', { jsCode: 'a' })
    void call('wechat', 'signIn', { jsCode: 'b' })
    expect(inits).toHaveLength(1)
  })

  test('without a cloud environment, or without wx.cloud, it is a request', () => {
    const unset = setUp('wechat', '')
    void unset.call('wechat', 'signIn', { jsCode: 'a' })
    const absent = setUp('wechat', 'local', { cloud: false })
    void absent.call('wechat', 'signIn', { jsCode: 'a' })
    expect(unset.requests).toHaveLength(1)
    expect(absent.requests).toHaveLength(1)
  })
})

describe('when it goes wrong', () => {
  test('a request that cannot be sent is OFFLINE', async () => {
    const { call, requests } = setUp('wecom', '')
    const answer = call('identity', 'profile', {})
    requests[0]?.fail({ errMsg: 'request:fail' })
    expect(await answer).toMatchObject({ ok: false, error: { code: 'OFFLINE', retry: 'later' } })
  })

  test('a client that throws is OFFLINE, not a crash', async () => {
    const call = createTransport({
      wire: {
        request() {
          throw new Error('no such permission')
        },
      },
      host: { kind: 'wecom', language: 'en', textSize: 'standard' },
      config: { apiBase: 'https://gongpai.example.com', cloudEnvId: '' },
      timer: createTime().timer,
    })
    expect(await call('identity', 'profile', {})).toMatchObject({ error: { code: 'OFFLINE' } })
  })

  test('ten seconds of silence are a TIMEOUT, over either way', async () => {
    for (const { call, time } of [setUp('wecom', ''), setUp('wechat', 'local')]) {
      const answer = call('identity', 'profile', {})
      time.pass(9_999)
      expect(time.waiting()).toBe(1)
      time.pass(1)
      expect(await answer).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } })
    }
  })

  test('a call that was answered leaves no timer behind', async () => {
    const { call, requests, time } = setUp('wecom', '')
    const answer = call('identity', 'profile', {})
    requests[0]?.success({ data: profileReply })
    await answer
    expect(time.waiting()).toBe(0)
  })

  test.each([
    ['an error page', '<html>502 Bad Gateway</html>'],
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['success without data', { ok: true }],
    ['success with data of the wrong kind', { ok: true, data: 'yes' }],
    ['failure without an error', { ok: false }],
    ['an error without a code', { ok: false, error: { message: 'no' } }],
    ['something that is not ok at all', { ok: 'yes', data: {} }],
  ])('%s instead of a reply is NO_REPLY', async (_name, data) => {
    const { call, requests } = setUp('wecom', '')
    const answer = call('identity', 'profile', {})
    requests[0]?.success({ data })
    expect(await answer).toMatchObject({ ok: false, error: { code: 'NO_REPLY' } })
  })

  test('a refusal keeps its code, its trace and its details', async () => {
    const { call, requests } = setUp('wecom', '')
    const answer = call('identity', 'profile', {})
    const details = { errcode: 60020, address: '203.0.113.7' }
    const error = { code: 'IP_NOT_TRUSTED', message: '…', retry: 'no', traceId: 't1', details }
    requests[0]?.success({ data: { ok: false, error } })
    expect(await answer).toEqual({
      ok: false,
      error: { code: 'IP_NOT_TRUSTED', retry: 'no', traceId: 't1', details },
    })
  })

  test('a code from a newer server is INTERNAL, with its trace', async () => {
    const { call, requests } = setUp('wecom', '')
    const answer = call('identity', 'profile', {})
    const error = { code: 'TEA_TIME', message: '…', retry: 'tomorrow', traceId: 't2' }
    requests[0]?.success({ data: { ok: false, error } })
    expect(await answer).toEqual({
      ok: false,
      error: { code: 'INTERNAL', retry: 'no', traceId: 't2' },
    })
  })
})
