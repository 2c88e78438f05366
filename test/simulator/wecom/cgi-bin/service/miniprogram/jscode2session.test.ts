import { start, type Running } from '../../../running'

let wecom: Running

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

test('sign-in to third-party mini programs is not simulated, and says so', async () => {
  const reply = await wecom.api('service/miniprogram/jscode2session', { js_code: 'a-code' })
  expect(reply.errcode).toBe(900404)
  expect(reply.errmsg).toMatch(
    /^not simulated: sign-in to third-party mini programs, hint: \[\d+\]/,
  )
  expect(wecom.requests()[0]?.why).toContain('suites')
})
