import cloud from 'wx-server-sdk'
import { createMain } from '../../../cloudfunctions/shared/runtime/serve'
import { createWechat } from '../../../cloudfunctions/wechat/wechat'
import { createTestClock } from '../../support/clock'
import { call, codeOf, post } from '../../support/invoke'

const lines: string[] = []
const wechat = createWechat({ readCaller: () => cloud.getWXContext() })
const main = createMain('wechat', () => wechat, {
  environment: {},
  clock: createTestClock(),
  write: (line) => lines.push(line),
})
// What the platform's bootstrap leaves in the process, and wx-server-sdk reads.
const becomeProcessOf = (openId: string) => {
  process.env.WX_CONTEXT_KEYS = 'WX_OPENID'
  process.env.WX_OPENID = openId
}

afterEach(() => {
  delete process.env.WX_CONTEXT_KEYS
  delete process.env.WX_OPENID
})

test('a person in plain WeChat is told to open the mini program in WeCom', async () => {
  becomeProcessOf('oSomeone')
  expect(await call(main, { action: 'signIn', jsCode: 'CODE' })).toMatchObject({
    error: { code: 'NOT_BOUND', retry: 'no' },
  })
  expect(lines.join()).toContain('"reason":"notBound"')
})

test('the person of the call before, left in the process, does not count', async () => {
  becomeProcessOf('oTheOneBefore')
  expect(codeOf(await call(main, { action: 'signIn', jsCode: 'CODE' }))).toBe('UNAVAILABLE')
})

test('the openid of a person is never logged', async () => {
  becomeProcessOf('oSomeone')
  await call(main, { action: 'signIn', jsCode: 'CODE' })
  expect(lines.join()).not.toContain('oSomeone')
})

test('it can’t be reached over HTTP, where nobody states an openid', async () => {
  becomeProcessOf('oSomeone')
  const { statusCode } = await post(main, { action: 'signIn', jsCode: 'CODE' })
  expect(statusCode).toBe(400)
})
