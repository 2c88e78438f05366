/** https://www.npmjs.com/package/@logto/connector-wecom, whose hosts are fixed, against the simulator. */
import { agentId, corpId, secret, start, type Running } from '../simulator/wecom/running'
import { createVisitor, desktopUserAgent, wecomUserAgent } from '../simulator/wecom/web/visitor'
import { describeWithClients } from './install'
import { runClient, type RunningClient } from './run'

const callback = 'http://127.0.0.1:8787/callback/wecom'

describeWithClients('@logto/connector-wecom', () => {
  let wecom: Running
  let client: RunningClient
  beforeEach(async () => {
    wecom = await start()
    const settings = { corpId, agentId, secret, scope: 'snsapi_privateinfo' }
    client = await runClient('logto-connector-wecom', { wecom: wecom.url, settings })
  })
  afterEach(async () => {
    await client.close()
    await wecom.close()
  })
  const linkFor = async (userAgent: string) =>
    new URL(await client.ask<string>('link', callback, userAgent))
  /** The code after a person has opened the link inside WeCom, and ticked these fields. */
  const codeOf = async (userId: string, fields: string[] = []) => {
    const { searchParams } = await linkFor(wecomUserAgent)
    const visitor = await createVisitor(wecom).become(userId)
    const { code, state } = await visitor.decide('allow', fields, Object.fromEntries(searchParams))
    expect(state).toBe('state123')
    return code
  }
  const calls = (path: string) =>
    wecom.requests().filter((request) => request.path === `/cgi-bin/${path}`).length

  test('signs in inside WeCom, with the fields that the person consented to', async () => {
    const user = await client.ask('user', await codeOf('zhangsan', ['mobile', 'email']))
    expect(user).toMatchObject({
      id: 'zhangsan',
      name: '张三',
      email: 'zhangsan@mail.example.com',
      phone: '8613800000001',
    })
  })

  test('without consent to a field it signs in all the same', async () => {
    const user = await client.ask<object>('user', await codeOf('zhangsan'))
    expect(user).toMatchObject({ id: 'zhangsan', name: '张三' })
    expect(user).not.toHaveProperty('phone')
  })

  test('in a browser on a computer it leads to the scan login, whose code it takes too', async () => {
    const { host, pathname, searchParams } = await linkFor(desktopUserAgent)
    expect(host).toBe('open.work.weixin.qq.com')
    const browser = createVisitor(wecom, desktopUserAgent)
    const { code } = await browser.post(pathname, Object.fromEntries(searchParams), [
      ['as', 'lisi'],
      ['decision', 'allow'],
    ])
    expect(await client.ask('user', code)).toMatchObject({ id: 'lisi', name: '李四' })
  })

  describe('where it is broken', () => {
    test('it fetches a token for every sign-in', async () => {
      for (const userId of ['zhangsan', 'lisi', 'zhangsan']) {
        await client.ask('user', await codeOf(userId))
      }
      expect(calls('gettoken')).toBe(3)
    })

    test('a connection that is cut costs the code: it is sent again, and refused as used', async () => {
      const code = await codeOf('zhangsan')
      wecom.faults.add({ path: '/cgi-bin/auth/getuserinfo', kind: 'cut', when: 'after' })
      await expect(client.ask('user', code)).rejects.toThrow('invalid code')
      expect(calls('auth/getuserinfo')).toBe(2)
    })

    test('a visitor who is in no corp is signed in, by the openid', async () => {
      const visitor = await createVisitor(wecom).become('luren')
      const { searchParams } = await linkFor(wecomUserAgent)
      const { code } = await visitor.authorize(Object.fromEntries(searchParams))
      const user = await client.ask<{ id: string; name: string }>('user', code)
      expect(user.id.length).toBeGreaterThan(0)
      expect(user.name).toBe(user.id)
    })
  })
})
