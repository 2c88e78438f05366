import { createPhone } from './fixtures/phone'
import { signedIn, zhangsan } from './fixtures/employees'
import { launchApp, settle, usePhone } from '../support/mini-program'

describe('the app', () => {
  test('signs in by itself when it comes to the front', async () => {
    const answer = () => ({ ok: true, data: signedIn(zhangsan, Date.now()) })
    const phone = createPhone({ answer })
    usePhone(phone.wx)
    const app = launchApp()
    app.onShow()
    await settle()
    await settle()
    expect(phone.did.requests).toEqual([{ action: 'signIn', jsCode: 'code-1' }])
    app.onShow()
    await settle()
    expect(phone.did.requests).toHaveLength(1)
  })

  test('sends nothing before it comes to the front', () => {
    const phone = createPhone({})
    usePhone(phone.wx)
    launchApp()
    expect(phone.did.requests).toEqual([])
  })

  test('asks nobody outside WeCom where there is no cloud', async () => {
    const phone = createPhone({ host: 'wechat' })
    usePhone(phone.wx)
    launchApp().onShow()
    await settle()
    expect(phone.did.requests).toEqual([])
  })
})
