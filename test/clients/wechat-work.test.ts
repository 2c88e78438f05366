/** https://www.npmjs.com/package/wechat-work, whose host is fixed, against the simulator. */
import { agentId, corpId, secret, start, type Running } from '../simulator/wecom/running'
import { describeWithClients } from './install'
import { runClient, type RunningClient } from './run'

describeWithClients('wechat-work', () => {
  let wecom: Running
  let client: RunningClient
  const open = (corpSecret = secret) =>
    runClient('wechat-work', {
      wecom: wecom.url,
      settings: { corpId, agentId, secret: corpSecret },
    })
  beforeEach(async () => {
    wecom = await start()
    client = await open()
  })
  afterEach(async () => {
    await client.close()
    await wecom.close()
  })
  const jsCodeOf = (userId: string) => wecom.issueCode({ platform: 'wecom', userId })
  const gettokens = () => wecom.requests().filter(({ path }) => path === '/cgi-bin/gettoken').length

  test('signs an employee in with a code of wx.qy.login, once', async () => {
    const jsCode = jsCodeOf('zhangsan')
    expect(await client.ask('session', jsCode)).toEqual({
      corpId,
      userId: 'zhangsan',
      sessionKey: expect.stringMatching(/^[\w+/]{22}==$/),
    })
    await expect(client.ask('session', jsCode)).rejects.toThrow('40029|invalid code')
  })

  test('reads a member, and the departments that the app may see', async () => {
    expect(await client.ask('user', 'zhangsan')).toMatchObject({ name: '张三', department: [4] })
    const departments = await client.ask<{ id: number }[]>('departments')
    expect(departments.map(({ id }) => id)).toContain(4)
    expect(departments.map(({ id }) => id)).not.toContain(13)
  })

  test('lists the people of a department, by name and with everything', async () => {
    const users = await client.ask<{ userid: string }[]>('usersOf', '4')
    expect(users).toContainEqual({ userid: 'zhangsan', name: '张三', department: [4] })
    const details = await client.ask<{ userid: string; position: string }[]>('detailsOf', '4')
    expect(details.map(({ userid }) => userid)).toEqual(users.map(({ userid }) => userid))
    await expect(client.ask('usersOf', '13')).rejects.toThrow('60011')
  })

  test('calls at once share one token', async () => {
    await Promise.all(Array.from({ length: 50 }, () => client.ask('user', 'zhangsan')))
    expect(gettokens()).toBe(1)
  })

  describe('where it is broken', () => {
    test('it turns an openid into undefined: it reads the wrong field of the reply', async () => {
      const openId = await client.ask<string>('openIdOf', 'zhangsan')
      const access_token = await wecom.accessToken()
      expect(
        await wecom.post('user/convert_to_userid', { openid: openId }, { access_token }),
      ).toMatchObject({
        userid: 'zhangsan',
      })
      expect(await client.ask('userIdOf', openId)).toBeUndefined()
    })

    test('a token that WeCom took back early is used until it would have expired', async () => {
      await client.ask('user', 'zhangsan')
      wecom.invalidateTokens(corpId, agentId)
      for (let time = 0; time < 3; time++) {
        await expect(client.ask('user', 'zhangsan')).rejects.toThrow('40014')
      }
      expect(gettokens()).toBe(1)
    })

    test('its errors carry the access token, and the corp secret', async () => {
      await expect(client.ask('user', 'nobody')).rejects.toThrow(
        `access_token=${await wecom.accessToken()}`,
      )
      const other = await open('a-mistyped-secret')
      await expect(other.ask('user', 'zhangsan')).rejects.toThrow('corpsecret=a-mistyped-secret')
      await other.close()
    })
  })
})
