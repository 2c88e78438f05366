/** https://www.npmjs.com/package/nestjs-wechat-work, whose host is fixed, against the simulator. */
import { agentId, corpId, secret, start, type Running } from '../simulator/wecom/running'
import { createVisitor, desktopUserAgent } from '../simulator/wecom/web/visitor'
import { describeWithClients } from './install'
import { runClient, type RunningClient } from './run'

describeWithClients('nestjs-wechat-work', () => {
  let wecom: Running
  let client: RunningClient
  let site: string
  beforeEach(async () => {
    wecom = await start()
    wecom.setApp({ trustedDomains: ['badge.example.com'] })
    const settings = { corpId, agentId, secret }
    client = await runClient('nestjs-wechat-work', { wecom: wecom.url, settings })
    site = await client.ask<string>('listen')
  })
  afterEach(async () => {
    await client.close()
    await wecom.close()
  })

  const ask = (address: string, cookie = '') => {
    const { pathname, search } = new URL(address, site)
    return fetch(site + pathname + search, { redirect: 'manual', headers: { cookie } })
  }
  /** Asks for the badge, scans what comes instead, and follows the way back to the site. */
  const signIn = async (userId: string) => {
    const link = new URL((await ask('/badge')).headers.get('location') ?? '')
    const browser = createVisitor(wecom, desktopUserAgent)
    const { location } = await browser.post(link.pathname, Object.fromEntries(link.searchParams), [
      ['as', userId],
      ['decision', 'allow'],
    ])
    const response = await ask(location ?? '')
    return {
      to: response.headers.get('location'),
      cookie: response.headers.get('set-cookie') ?? '',
      code: new URL(location ?? '').searchParams.get('code') ?? '',
    }
  }

  test('signs in whoever scans, and tells the names of their departments', async () => {
    const { to, cookie } = await signIn('zhangsan')
    expect(to).toBe('/badge')
    const badge = (await (await ask('/badge', cookie)).json()) as {
      departmentDetail: { name: string }[][]
    }
    expect(badge).toMatchObject({ userId: 'zhangsan', name: '张三' })
    expect(badge.departmentDetail.map((path) => path.map(({ name }) => name))).toEqual([
      ['研发中心', '平台部', '基础架构组'],
    ])
  })

  test('refuses who is disabled', async () => {
    expect((await signIn('yuanhong')).to).toBe('/failed?result=UserInactive')
  })

  test('exchanges each code once', async () => {
    const { code } = await signIn('zhangsan')
    const again = await ask(`/login?code=${code}&state=STATE`)
    expect(again.headers.get('location')).toBe('/failed?result=QueryUserIdFail')
  })

  describe('where it is broken', () => {
    test('its state is the word STATE, and it never looks at the one that comes back', async () => {
      const visitor = await createVisitor(wecom).become('zhangsan')
      const { code } = await visitor.authorize({
        redirect_uri: 'https://badge.example.com/login',
        state: 'anything',
      })
      const { headers } = await ask(`/login?code=${code}&state=anything`)
      expect(headers.get('location')).toBe('/badge')
    })

    test('its cookie may travel without TLS', async () => {
      const { cookie } = await signIn('zhangsan')
      expect(cookie).toContain('HttpOnly')
      expect(cookie).not.toContain('Secure')
    })

    test('after a redirect its guard goes on, and fails on the header that is missing', async () => {
      await ask('/badge')
      expect((await client.ask<string[]>('errors')).join()).toContain(`reading 'split'`)
    })

    test('for the contacts it takes the token of the app: one is kept for all secrets', async () => {
      const ofApp = await client.ask('accessToken', 'Custom')
      expect(await client.ask('accessToken', 'Contacts')).toBe(ofApp)
    })
  })
})
