import { openPage, usePhone } from '../../support/mini-program'
import { createPhone } from '../fixtures/phone'

async function open(options: Parameters<typeof createPhone>[0] = {}) {
  const phone = createPhone(options)
  usePhone(phone.wx)
  return { page: await openPage('pages/privacy/privacy'), phone }
}

describe('the page of what is read and kept', () => {
  test('tells what is read, what is kept where, and what is never done', async () => {
    const { page } = await open()
    expect(page.text()).toMatch(/读取.*保存在这部手机上.*保存在公司的服务器上.*不会做的/s)
  })

  test('leads to the declared guide where the client has one', async () => {
    const { page, phone } = await open({ host: 'wechat', privacy: 'agrees' })
    await page.fire('.guide', 'tap')
    expect(phone.did.guides).toBe(1)
  })

  test('has no such button in WeCom, which has no guide', async () => {
    const { page } = await open()
    expect(page.find('.guide')).toBeUndefined()
  })
})
