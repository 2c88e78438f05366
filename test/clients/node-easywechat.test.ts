/** https://www.npmjs.com/package/node-easywechat, by its base URL, against the simulator. */
import { readdirSync } from 'node:fs'
import {
  agentId,
  corpId,
  secret,
  start,
  type Running,
  type WireReply,
} from '../simulator/wecom/running'
import { describeWithClients } from './install'
import { runClient, type RunningClient } from './run'

const callbackToken = 'SimToken2024'
const encodingAesKey = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'

interface Got {
  failed: boolean
  reply: WireReply
}

describeWithClients('node-easywechat', () => {
  let wecom: Running
  let client: RunningClient
  beforeEach(async () => {
    wecom = await start()
    const settings = { baseUrl: wecom.url, corpId, agentId, secret, callbackToken, encodingAesKey }
    client = await runClient('node-easywechat', { settings })
  })
  afterEach(async () => {
    await client.close()
    await wecom.close()
  })
  const get = (path: string, params: object) => client.ask<Got>('get', `cgi-bin/${path}`, params)
  const gettokens = () => wecom.requests().filter(({ path }) => path === '/cgi-bin/gettoken').length

  test('fetches a token and calls with it, by nothing but a base URL', async () => {
    expect(await client.ask('accessToken')).toBe(await wecom.accessToken())
    const { reply } = await get('user/get', { userid: 'zhangsan' })
    expect(reply).toMatchObject({ errcode: 0, name: '张三' })
  })

  test('signs an employee in, with the call that it has no method for', async () => {
    const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan' })
    const query = { js_code, grant_type: 'authorization_code' }
    const { reply } = await get('miniprogram/jscode2session', query)
    expect(reply).toMatchObject({ errcode: 0, corpid: corpId, userid: 'zhangsan' })
  })

  describe('where events arrive', () => {
    const leaving = ['fengxue', 'xuhaoran']
    const listen = async (how: 'one for each' | 'one for all') => {
      const url = await client.ask<string>('listen', how)
      wecom.setContactCallback({
        url,
        token: callbackToken,
        aesKey: encodingAesKey,
        profile: 'ids-only',
      })
    }
    const states = async () => {
      await wecom.callbacks.settled()
      return wecom.callbacks
        .deliveries()
        .filter(({ event }) => event.includes('delete_user'))
        .map(({ state, problem }) => problem ?? state)
    }

    test('its URL is verified', async () => {
      await listen('one for each')
      expect(await wecom.callbacks.verify()).toMatchObject([{ errcode: 0 }])
    })

    test('departures reach its handler', async () => {
      await listen('one for each')
      for (const userId of leaving) wecom.removeMember(userId)
      expect(await states()).toEqual(['delivered', 'delivered'])
      expect(await client.ask('events')).toMatchObject([
        { ChangeType: 'delete_user', UserID: 'fengxue' },
        { ChangeType: 'delete_user', UserID: 'xuhaoran' },
      ])
    })

    test('broken: an application that has taken one event refuses every later one', async () => {
      await listen('one for all')
      for (const userId of leaving) wecom.removeMember(userId)
      expect(await states()).toEqual(['delivered', 'STATUS'])
    })
  })

  describe('where it is broken', () => {
    test('its own sign-in by web page asks null/cgi-bin, so no code is ever exchanged', async () => {
      expect(await client.ask('oauthBaseUrl')).toBeNull()
      await expect(client.ask('userOf', 'a-code')).rejects.toThrow()
      expect(wecom.requests().map(({ path }) => path)).toEqual(['/cgi-bin/gettoken'])
    })

    test('a refusal looks like an answer, even to isFailed()', async () => {
      const { failed, reply } = await get('user/get', { userid: 'nobody' })
      expect([failed, reply.errcode]).toEqual([false, 60111])
    })

    test('a token that WeCom took back early is used until it would have expired', async () => {
      await get('user/get', { userid: 'zhangsan' })
      wecom.invalidateTokens(corpId, agentId)
      for (let time = 0; time < 3; time++) {
        expect((await get('user/get', { userid: 'zhangsan' })).reply.errcode).toBe(40014)
      }
      expect(gettokens()).toBe(1)
    })

    test('calls at once each fetch a token', async () => {
      await Promise.all(Array.from({ length: 50 }, () => get('user/get', { userid: 'zhangsan' })))
      expect(gettokens()).toBeGreaterThan(1)
    })

    test('the corp secret is the name of a file on the disk', async () => {
      await client.ask('accessToken')
      expect(readdirSync(client.folder).join()).toContain(secret)
    })
  })
})
