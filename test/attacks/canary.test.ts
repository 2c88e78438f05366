/**
 * Nothing secret gets out: every upstream answer is spoiled in every way, each time with the secrets
 * in it, and every reply and every line of the log is searched for them.
 */
import { serveFunction } from '../../cloudfunctions/shared/runtime/serve-function'
import { identity } from '../../cloudfunctions/identity/define'
import { createKeyRing } from '../../scripts/key-ring'
import { createSealRing } from '../../scripts/seal-ring'
import { createTestClock } from '../support/clock'
import { call, codeOf, post } from '../support/invoke'
import { startUpstream, type Answer, type Upstream } from '../support/upstream'
import vectors from '../vectors/seed-replies.json'

const canaries = {
  corpSecret: 'canary-corp-secret',
  accessToken: 'canary-access-token',
  jsCode: 'canary-js-code',
  // 16 bytes, as WeCom's are.
  sessionKey: 'Q2FuYXJ5U2Vzc2lvbktleQ==',
  mobile: '13912345678',
  email: 'canary@example.com',
}
const all = Object.values(canaries)
const corpId = 'wwCANARY'
const sessionKeys = createKeyRing(Date.UTC(2026, 0, 1))
const storeKeys = createSealRing(Date.UTC(2026, 0, 1))

const good: Record<string, object> = {
  '/cgi-bin/gettoken': { errcode: 0, access_token: canaries.accessToken, expires_in: 7200 },
  '/cgi-bin/miniprogram/jscode2session': {
    errcode: 0,
    corpid: corpId,
    userid: 'zhangsan',
    session_key: canaries.sessionKey,
  },
  '/cgi-bin/user/get': {
    ...vectors['user/get ok'],
    mobile: canaries.mobile,
    email: canaries.email,
  },
  '/cgi-bin/department/list': { errcode: 0, department: [{ id: 1, name: '公司', parentid: 0 }] },
}
const echo = all.join(' ')
const spoiled: Record<string, object | string | Answer> = {
  'a refusal that quotes them': { errcode: 48002, errmsg: `api forbidden ${echo}` },
  'an unknown errcode': { errcode: 987654, errmsg: echo },
  'an errcode that is text': { errcode: echo, errmsg: echo },
  'a refused token': { errcode: 40014, errmsg: echo },
  'an address that is not trusted': { errcode: 60020, errmsg: `from ip: ${echo}, more` },
  'a page': `<html>${echo}</html>`,
  'half a reply': `{"errcode":0,"x":"${echo}`,
  'wrong types': {
    errcode: 0,
    access_token: [echo],
    corpid: { echo },
    userid: 7,
    department: echo,
  },
  'a status': (_, response) => response.writeHead(500).end(echo),
  'a cut': (_, response) => response.socket?.destroy(),
}

let upstream: Upstream
beforeEach(async () => {
  upstream = await startUpstream()
  for (const [path, answer] of Object.entries(good)) upstream.answer(path, answer)
})
afterEach(() => upstream.close())

const createFunction = () => {
  const lines: string[] = []
  const environment = {
    WECOM_CORP_ID: corpId,
    WECOM_AGENT_ID: '7',
    WECOM_CORP_SECRET: canaries.corpSecret,
    WECOM_API_BASE: upstream.url,
    MINIPROGRAM_APP_ID: 'wx0123456789abcdef',
    SESSION_KEYS: JSON.stringify(sessionKeys),
    STORE: 'memory',
    STORE_KEYS: JSON.stringify(storeKeys),
  }
  const write = (line: string) => lines.push(line)
  const main = serveFunction('identity', identity, {
    environment,
    clock: createTestClock(),
    write,
  })
  return { main, lines }
}
const keysInside = [...sessionKeys, ...storeKeys].flatMap((key) => Object.entries(key))
const keyMaterial = keysInside.flatMap(([name, value]) =>
  /^[dk]$/.test(name) ? [String(value)] : [],
)
const findIn = (text: string) => [...all, ...keyMaterial].filter((secret) => text.includes(secret))

test('the search finds what it is looking for', () => {
  expect(keyMaterial).toHaveLength(2)
  expect(findIn(`a ${canaries.mobile} b`)).toEqual([canaries.mobile])
})

test('a sign-in that goes well gives away none of them', async () => {
  const { main, lines } = createFunction()
  const reply = await call(main, { action: 'signIn', jsCode: canaries.jsCode })
  expect(codeOf(reply)).toBe('ok')
  expect(findIn(JSON.stringify(reply) + lines.join())).toEqual([])
})

describe.each(Object.keys(good))('%s answers with', (path) => {
  test.each(Object.keys(spoiled))('%s', async (how) => {
    upstream.answer(path, spoiled[how] ?? {})
    const { main, lines } = createFunction()
    const reply = await call(main, { action: 'signIn', jsCode: canaries.jsCode })
    expect(codeOf(reply)).not.toBe('INTERNAL')
    expect(findIn(JSON.stringify(reply) + lines.join())).toEqual([])
  })
})

test.each([
  { action: 'signIn', jsCode: { echo } },
  { action: echo },
  { action: 'profile', session: canaries.jsCode },
  { action: 'unseal', session: canaries.jsCode, kind: echo, encryptedData: echo, iv: echo },
  { action: 'profile', session: `${'x'.repeat(70_000)}${echo}` },
  { [echo]: echo },
])('bad input is not quoted back', async (body) => {
  const { main, lines } = createFunction()
  const replies = [await call(main, body), await post(main, body), await post(main, echo)]
  expect(findIn(JSON.stringify(replies) + lines.join())).toEqual([])
})
