/** Fifty sign-ins at once, by each client that signs in: the rules of codes hold in a crowd too. */
import {
  agentId,
  corpId,
  secret,
  start,
  type Running,
  type WireReply,
} from '../simulator/wecom/running'
import { createVisitor } from '../simulator/wecom/web/visitor'
import { describeWithClients } from './install'
import { runClient, type RunningClient } from './run'

/** How a client takes a code; gives the userid, or throws. */
type SignIn = (code: string) => Promise<string>

interface Herd {
  client: string
  /** Where the code comes from, and where the client exchanges it. */
  code: 'mini program' | 'web page'
  path: string
  signIn(client: RunningClient): Promise<SignIn>
}

const herds: Herd[] = [
  {
    client: 'wechat-work',
    code: 'mini program',
    path: 'miniprogram/jscode2session',
    signIn: async (client) => async (code) =>
      (await client.ask<{ userId: string }>('session', code)).userId,
  },
  {
    client: 'node-easywechat',
    code: 'mini program',
    path: 'miniprogram/jscode2session',
    signIn: async (client) => async (js_code) => {
      const query = { js_code, grant_type: 'authorization_code' }
      const path = 'cgi-bin/miniprogram/jscode2session'
      const { reply } = await client.ask<{ reply: WireReply }>('get', path, query)
      if (reply.errcode !== 0) throw new Error(reply.errmsg)
      return String(reply['userid'])
    },
  },
  {
    client: 'logto-connector-wecom',
    code: 'web page',
    path: 'auth/getuserinfo',
    signIn: async (client) => async (code) => (await client.ask<{ id: string }>('user', code)).id,
  },
  {
    client: 'passport-wechat-work',
    code: 'web page',
    path: 'user/getuserinfo',
    signIn: async (client) => {
      const site = await client.ask<string>('listen')
      return async (code) => {
        const user = (await (await fetch(`${site}/callback?code=${code}`)).json()) as {
          id?: string
        }
        if (!user.id) throw new Error('refused')
        return user.id
      }
    },
  },
  {
    client: 'nestjs-wechat-work',
    code: 'web page',
    path: 'user/getuserinfo',
    signIn: async (client) => {
      const site = await client.ask<string>('listen')
      return async (code) => {
        const { headers } = await fetch(`${site}/login?code=${code}`, { redirect: 'manual' })
        const token = /_token=[^.]+\.([^.]+)/.exec(headers.get('set-cookie') ?? '')?.[1]
        if (!token) throw new Error('refused')
        return String(JSON.parse(Buffer.from(token, 'base64url').toString()).userId)
      }
    },
  },
]

const people = Array.from({ length: 50 }, (_, at) => ['zhangsan', 'lisi', 'tangmin'][at % 3] ?? '')

describeWithClients.each(herds)(
  'fifty at once with $client',
  ({ client: name, code, path, signIn }) => {
    let wecom: Running
    let client: RunningClient
    beforeEach(async () => {
      wecom = await start()
      const settings = { baseUrl: wecom.url, corpId, agentId, secret }
      client = await runClient(name, { wecom: wecom.url, settings })
    })
    afterEach(async () => {
      await client.close()
      await wecom.close()
    })
    const codeOf = async (userId: string): Promise<string> => {
      if (code === 'mini program') return wecom.issueCode({ platform: 'wecom', userId })
      const visitor = await createVisitor(wecom).become(userId)
      return (await visitor.authorize()).code ?? ''
    }
    const exchanges = () =>
      wecom
        .requests()
        .filter((request) => request.path === `/cgi-bin/${path}`)
        .map(({ errcode }) => errcode)

    test('fifty codes: everybody is who they are', async () => {
      const take = await signIn(client)
      const codes = await Promise.all(people.map(codeOf))
      expect(await Promise.all(codes.map(take))).toEqual(people)
    })

    test('one code: one of the fifty is signed in, the others are refused', async () => {
      const take = await signIn(client)
      const one = await codeOf('zhangsan')
      const answers = await Promise.allSettled(people.map(() => take(one)))
      expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      expect(exchanges().sort()).toEqual([0, ...Array(49).fill(40029)])
    })
  },
)
