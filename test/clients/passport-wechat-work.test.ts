/** https://www.npmjs.com/package/passport-wechat-work, whose host is fixed, against the simulator. */
import { agentId, corpId, secret, start, type Running } from '../simulator/wecom/running'
import { createVisitor, desktopUserAgent } from '../simulator/wecom/web/visitor'
import { describeWithClients } from './install'
import { runClient, type RunningClient } from './run'

describeWithClients('passport-wechat-work', () => {
  let wecom: Running
  let client: RunningClient
  let site: string
  beforeEach(async () => {
    wecom = await start()
    const settings = { corpId, agentId, secret }
    client = await runClient('passport-wechat-work', { wecom: wecom.url, settings })
    site = await client.ask<string>('listen')
    wecom.setApp({ trustedDomains: [new URL(site).host] })
  })
  afterEach(async () => {
    await client.close()
    await wecom.close()
  })

  /** Where the site sends a browser that it does not know. */
  const linkOf = async () => {
    const response = await fetch(site, { redirect: 'manual' })
    return new URL(response.headers.get('location') ?? '')
  }
  /** Scans the code of that page with this person's phone; gives the address that it leads back to. */
  const scan = async (userId: string) => {
    const { pathname, searchParams } = await linkOf()
    const browser = createVisitor(wecom, desktopUserAgent)
    const { location } = await browser.post(pathname, Object.fromEntries(searchParams), [
      ['as', userId],
      ['decision', 'allow'],
    ])
    return location ?? ''
  }

  test('leads to the page of the scan login', async () => {
    const { host, pathname } = await linkOf()
    expect(host + pathname).toBe('open.work.weixin.qq.com/wwopen/sso/qrConnect')
  })

  test('signs in whoever scans, once for each code', async () => {
    const back = await scan('zhangsan')
    expect(await (await fetch(back)).json()).toMatchObject({ id: 'zhangsan', UserId: 'zhangsan' })
    const again = await fetch(back)
    expect([again.status, await again.json()]).toMatchObject([401, { errcode: 40029 }])
  })

  test('broken: who is disabled is signed in like anybody else', async () => {
    const back = await scan('yuanhong')
    expect(await (await fetch(back)).json()).toMatchObject({ id: 'yuanhong' })
  })

  test('broken: the state of the link is the same for everybody, and any other will do', async () => {
    const links = [await linkOf(), await linkOf()].map(({ searchParams }) =>
      searchParams.get('state'),
    )
    expect(links).toEqual(['STATE', 'STATE'])
    const back = new URL(await scan('zhangsan'))
    back.searchParams.set('state', 'of-somebody-else')
    expect((await fetch(back)).status).toBe(200)
  })
})
