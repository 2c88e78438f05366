/** A number from the employee's consent on the phone to its opening on the server, in a real browser. */
import type { Browser } from 'playwright-core'
import type { Reply, SignInResult } from '../../typings/api'
import type { Stack } from '../../scripts/stack'
import { seedCompany } from '../../simulator/wecom/wecom'
import { callWx } from '../simulator/phone/browser'
import { describeInChromium, launchChromium } from '../support/chromium'
import { ask, startTestStack } from '../support/stack'

jest.setTimeout(60_000)

describeInChromium('private data in Chromium', () => {
  let browser: Browser
  let stack: Stack
  beforeAll(async () => {
    browser = await launchChromium()
    stack = await startTestStack()
  })
  afterAll(async () => {
    await browser?.close()
    await stack?.close()
  })

  test('what the phone is given after consent opens for the session of the mini program', async () => {
    const page = await browser.newPage()
    const [response] = await Promise.all([
      page.waitForResponse((one) => one.url().endsWith('/api/identity')),
      page.goto(`${stack.url}/phone?as=zhangsan&host=wecom`),
    ])
    const signedIn = (await response.json()) as Reply<SignInResult>
    if (!signedIn.ok) throw new Error(signedIn.error.code)
    const given = callWx(page, 'qy.getMobile')
    await page.getByText('允许', { exact: true }).click()
    const { encryptedData, iv } = await given
    const request = { action: 'unseal', kind: 'mobile', encryptedData, iv }
    const { reply } = await ask(stack, request, signedIn.data.session.token)
    const zhangsan = seedCompany().members.find(({ userId }) => userId === 'zhangsan')
    expect(reply).toEqual({ ok: true, data: { mobile: zhangsan?.mobile } })
  })
})
