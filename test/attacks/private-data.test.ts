/**
 * What the session_key opens goes to its owner and nowhere else, and the key itself nowhere at all: the
 * whole store, every reply and every line of the log is searched, through the real SDK.
 */
import * as sdk from '@cloudbase/node-sdk'
import type { Reply, SignInResult } from '../../typings/api'
import { identity } from '../../cloudfunctions/identity/define'
import { serveFunction } from '../../cloudfunctions/shared/runtime/serve-function'
import { collectionName } from '../../cloudfunctions/shared/store/cloudbase-collection'
import { createCloudbaseStore } from '../../cloudfunctions/shared/store/cloudbase-store'
import { createKeyRing } from '../../scripts/key-ring'
import { createSealRing } from '../../scripts/seal-ring'
import { call, codeOf } from '../support/invoke'
import { sealAsWecom } from '../support/seal-as-wecom'
import { startUpstream, type Upstream } from '../support/upstream'
import { startDatabase, type RunningDatabase } from '../simulator/cloudbase/database/running'
import vectors from '../vectors/seed-replies.json'

const sessionKey = 'Q2FuYXJ5U2Vzc2lvbktleQ=='
const mobile = '13987654321'
const email = 'canary@example.com'
const miniprogramAppId = 'wx0123456789abcdef'
const { mobile: _mobile, email: _email, ...member } = vectors['user/get ok']
const keyInAnySpelling = [
  sessionKey,
  Buffer.from(sessionKey, 'base64').toString('base64url'),
  Buffer.from(sessionKey, 'base64').toString('hex'),
  Buffer.from(sessionKey, 'base64').toString(),
]

let upstream: Upstream
let database: RunningDatabase
let lines: string[]
beforeEach(async () => {
  lines = []
  database = await startDatabase({ collections: [collectionName] })
  upstream = await startUpstream()
  upstream.answer('/cgi-bin/gettoken', vectors['gettoken ok'])
  upstream.answer('/cgi-bin/user/get', { ...member, department: [1] })
  upstream.answer('/cgi-bin/department/list', { errcode: 0, department: [] })
  upstream.answer('/cgi-bin/miniprogram/jscode2session', {
    errcode: 0,
    corpid: 'wwCANARY',
    userid: 'zhangsan',
    session_key: sessionKey,
  })
})
afterEach(async () => {
  await upstream.close()
  await database.close()
})

const createFunction = (profileFields: string) => {
  const main = serveFunction('identity', identity, {
    environment: {
      WECOM_CORP_ID: 'wwCANARY',
      WECOM_AGENT_ID: '7',
      WECOM_CORP_SECRET: 'the-secret-of-the-app',
      WECOM_API_BASE: upstream.url,
      MINIPROGRAM_APP_ID: miniprogramAppId,
      PROFILE_FIELDS: profileFields,
      SESSION_KEYS: JSON.stringify(createKeyRing(Date.UTC(2026, 0, 1))),
      STORE: 'cloudbase',
      STORE_KEYS: JSON.stringify(createSealRing(Date.UTC(2026, 0, 1))),
    },
    clock: { now: Date.now },
    write: (line) => lines.push(line),
  })
  return (data: Record<string, unknown>) => call(main, data)
}
const signIn = async (
  ask: ReturnType<typeof createFunction>,
  jsCode = 'a-code',
): Promise<string> => {
  const reply = (await ask({ action: 'signIn', jsCode })) as Reply<SignInResult>
  expect(keyInAnySpelling.filter((spelling) => JSON.stringify(reply).includes(spelling))).toEqual(
    [],
  )
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.data.session.token
}
const sealed = (inside: object) => {
  const watermark = { appid: miniprogramAppId, timestamp: Math.floor(Date.now() / 1000) }
  return sealAsWecom({ ...inside, watermark }, sessionKey)
}
const everythingStored = async (): Promise<string> => {
  const clock = { now: Date.now }
  const store = createCloudbaseStore({ loadSdk: async () => sdk, clock, timeoutMs: 5000 })
  const keys = await store.scan('', 1000)
  return JSON.stringify(await Promise.all(keys.map(async (key) => [key, await store.get(key)])))
}

test.each([
  ['nothing of it is stored when PROFILE_FIELDS does not list it', 'userId,name', []],
  ['what PROFILE_FIELDS lists is stored, and nothing else', 'userId,name,mobile', [mobile]],
])('%s', async (_, profileFields, stored) => {
  const ask = createFunction(profileFields)
  const session = await signIn(ask)
  const unseal = (kind: string, inside: object) =>
    ask({ action: 'unseal', session, kind, ...sealed(inside) })
  expect(await unseal('mobile', { mobile })).toEqual({ ok: true, data: { mobile } })
  expect(await unseal('email', { email })).toEqual({ ok: true, data: { email } })

  const everything = await everythingStored()
  expect(everything).toContain(':session-key:')
  const found = [...keyInAnySpelling, mobile, email].filter((text) => everything.includes(text))
  expect(found).toEqual(stored)
  const said = [...keyInAnySpelling, mobile, email].filter((text) => lines.join().includes(text))
  expect(said).toEqual([])
})

test('a refusal tells nothing of what was sent, nor of the key', async () => {
  const ask = createFunction('userId,name')
  const session = await signIn(ask)
  const { encryptedData, iv } = sealed({ mobile })
  const replies = [
    await ask({ action: 'unseal', session, kind: 'email', encryptedData, iv }),
    await ask({ action: 'unseal', session, kind: 'mobile', encryptedData: email, iv }),
    await ask({ action: 'unseal', session, kind: 'mobile', encryptedData, iv: sessionKey }),
    await ask({ action: 'unseal', session, kind: sessionKey, encryptedData, iv }),
  ]
  expect(replies.map(codeOf)).toEqual([...Array(3).fill('DATA_REFUSED'), 'BAD_INPUT'])
  const told = JSON.stringify(replies) + lines.join()
  const secrets = [...keyInAnySpelling, encryptedData, mobile, email]
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
})

test.each([
  ['signing out takes its key away', {}, 1],
  ['signing out everywhere takes all keys away', { everywhere: true }, 0],
])('%s', async (_, more, left) => {
  const ask = createFunction('userId,name')
  await signIn(ask, 'a-code')
  const session = await signIn(ask, 'another-code')
  expect(codeOf(await ask({ action: 'signOut', session, ...more }))).toBe('ok')
  expect((await everythingStored()).split(':session-key:').length - 1).toBe(left)
})
