import tcb from '@cloudbase/node-sdk'
import {
  callFunctionInvocation,
  httpInvocation,
  timerInvocation,
} from '../../../simulator/cloudbase/events'

const target = {
  functionName: 'identity',
  envId: 'test',
  timeoutMs: 3000,
  memoryMb: 256,
  now: () => Date.UTC(2026, 10, 2, 9, 30),
}
const caller = { appId: 'wxAPP', openId: 'oME', source: 'wx_client', address: '203.0.113.7' }
const parse = (context: object) =>
  tcb.parseContext(context as Parameters<typeof tcb.parseContext>[0])
    .environment as unknown as Record<string, string>

describe('Tencent’s own SDK reads our contexts', () => {
  test('of callFunction: who called, from which client', () => {
    const { context } = callFunctionInvocation(target, {}, caller)
    expect(parse(context)).toMatchObject({
      WX_OPENID: 'oME',
      WX_APPID: 'wxAPP',
      TCB_SOURCE: 'wx_client',
      TRIGGER_SRC: 'tcb',
      TCB_ENV: 'test',
    })
  })

  test('of HTTP: nobody', () => {
    const call = {
      method: 'GET',
      path: '/',
      query: {},
      headers: {},
      body: '',
      isBase64Encoded: false,
    }
    const environment = parse(httpInvocation(target, call).context)
    expect(environment.TRIGGER_SRC).toBe('tcb')
    expect(environment).not.toHaveProperty('WX_OPENID')
    expect(environment).not.toHaveProperty('TCB_SOURCE')
  })

  test('of a timer', () => {
    const { event, context } = timerInvocation(target, 'hourly')
    expect(parse(context).TRIGGER_SRC).toBe('timer')
    expect(event).toEqual({
      Type: 'Timer',
      TriggerName: 'hourly',
      Time: '2026-11-02T09:30:00Z',
      Message: '',
    })
  })
})

test('environ says the same as environment', () => {
  const { context } = callFunctionInvocation(target, {}, caller)
  const pairs = context.environ.split(';').map((pair) => pair.split(/=(.*)/s).slice(0, 2))
  expect(Object.fromEntries(pairs)).toEqual(JSON.parse(context.environment))
})

test('the platform’s userInfo wins over what the client sent under that name', () => {
  const { event } = callFunctionInvocation(target, { userInfo: { openId: 'forged' }, a: 1 }, caller)
  expect(event).toEqual({ a: 1, userInfo: { appId: 'wxAPP', openId: 'oME' } })
})
