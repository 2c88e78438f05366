/** Our client of WeCom's API against the simulator, which shares no code with it, over HTTP. */
import { authorizeUrl } from '../../cloudfunctions/shared/wecom/endpoints/authorize-url'
import { scanLoginUrl } from '../../cloudfunctions/shared/wecom/endpoints/scan-login-url'
import type { Wecom } from '../../cloudfunctions/shared/wecom/wecom'
import { seedCompany } from '../../simulator/wecom/wecom'
import { createTestClient, failureOf } from '../cloudfunctions/shared/wecom/client'
import {
  agentId,
  corpId,
  otherCorpId,
  secret,
  start,
  type Running,
} from '../simulator/wecom/running'
import { callback, createVisitor } from '../simulator/wecom/web/visitor'

let simulator: Running
let wecom: Wecom
let accessToken: string

beforeEach(async () => {
  simulator = await start()
  wecom = createTestClient({ baseUrl: simulator.url })
  accessToken = (await wecom.gettoken(corpId, secret)).accessToken
})
afterEach(() => simulator.close())

const signIn = (userId: string) =>
  wecom.miniprogram.jscode2session(accessToken, simulator.issueCode({ platform: 'wecom', userId }))

test('gettoken', async () => {
  expect((await wecom.gettoken(corpId, secret)).expiresInSeconds).toBe(7200)
  const refused = await failureOf(wecom.gettoken(corpId, 'a-secret-that-nobody-has'))
  expect(refused).toMatchObject({ failure: 'refused', errcode: 40001, address: '127.0.0.1' })
})

test('miniprogram/jscode2session, for our own people and for visitors', async () => {
  expect(await signIn('zhangsan')).toEqual({
    corpId,
    userId: 'zhangsan',
    sessionKey: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
  })
  expect(await signIn('zhengyuan')).toMatchObject({
    corpId: otherCorpId,
    userId: expect.stringMatching(/^wo/),
  })
})

test('user/get, as an app of today and as an old one', async () => {
  const today = await wecom.user.get(accessToken, 'wangzixuan')
  expect(today).toMatchObject({
    userId: 'wangzixuan',
    name: '王子轩',
    status: 'active',
    departmentIds: [5, 2],
    leadsDepartmentIds: [5],
    mainDepartmentId: 2,
    directLeaders: ['sumeilin'],
  })
  expect(today).not.toHaveProperty('mobile')
  expect(today.told.has('mobile')).toBe(false)
  simulator.setApp({ legacyFields: true })
  expect(await wecom.user.get(accessToken, 'wangzixuan')).toMatchObject({
    gender: 'male',
    mobile: '13800000004',
    bizMail: 'wangzixuan@qiming.example.com',
  })
})

test('user/get of everybody whom the app sees, and of nobody else', async () => {
  const outcomes = await Promise.all(
    seedCompany().members.map(({ userId }) =>
      wecom.user.get(accessToken, userId).then(
        ({ status }) => status,
        ({ errcode }: { errcode: number }) => errcode,
      ),
    ),
  )
  expect(outcomes.filter((outcome) => outcome === 60111)).toHaveLength(1)
  expect(new Set(outcomes)).toEqual(new Set(['active', 'disabled', 'notActivated', 'left', 60111]))
})

test('user/getuserid', async () => {
  await expect(wecom.user.getuserid(accessToken, '13800000001')).resolves.toBe('zhangsan')
  const refused = await failureOf(wecom.user.getuserid(accessToken, '13800009999'))
  expect(refused.errcode).toBe(46004)
})

test('department/list, simplelist and get', async () => {
  const list = await wecom.department.list(accessToken)
  const ids = await wecom.department.simplelist(accessToken)
  expect(ids).toEqual(list.map(({ id, parentId }) => ({ id, parentId })))
  expect(await wecom.department.get(accessToken, 4)).toEqual({
    id: 4,
    name: '基础架构组',
    parentId: 3,
  })
  expect((await failureOf(wecom.department.get(accessToken, 13))).errcode).toBe(60011)
})

test('tag/get and tag/list', async () => {
  expect(await wecom.tag.list(accessToken)).toEqual([{ id: 1, name: '内部讲师' }])
  expect(await wecom.tag.get(accessToken, 2)).toEqual({
    name: '人事',
    userIds: [],
    departmentIds: [10],
  })
})

test('agent/get', async () => {
  expect(await wecom.agent.get(accessToken, agentId)).toEqual({
    agentId,
    name: '工牌',
    isDisabled: false,
    visibleRange: { userIds: ['chenqiming'], departmentIds: [2, 6, 7, 10, 11, 12], tagIds: [] },
    redirectDomain: '127.0.0.1:8787',
  })
})

test('get_jsapi_ticket and ticket/get', async () => {
  const [corp, app] = [await wecom.getJsapiTicket(accessToken), await wecom.ticket.get(accessToken)]
  expect(corp.expiresInSeconds).toBe(7200)
  expect(app.ticket).not.toBe(corp.ticket)
})

describe('web pages', () => {
  const link = { corpId, agentId, redirectUri: callback, state: 'state123' }
  const onServer = (url: string) => url.slice(new URL(url).origin.length)
  const linkFor = (scope: 'snsapi_base' | 'snsapi_privateinfo') =>
    onServer(authorizeUrl(simulator.url, { ...link, scope }))

  test('the silent link leads back with a code, which auth/getuserinfo exchanges', async () => {
    const visitor = await createVisitor(simulator).become('zhangsan')
    const { code = '', state } = await visitor.get(linkFor('snsapi_base'))
    expect(state).toBe('state123')
    expect(await wecom.auth.getuserinfo(accessToken, code)).toEqual({ userId: 'zhangsan' })
    expect((await failureOf(wecom.auth.getuserinfo(accessToken, code))).errcode).toBe(40029)
  })

  test('the old user/getuserinfo says the same in its own words', async () => {
    const visitor = await createVisitor(simulator).become('zhangsan')
    const { code = '' } = await visitor.get(linkFor('snsapi_base'))
    expect(await wecom.user.getuserinfo(accessToken, code, agentId)).toEqual({
      userId: 'zhangsan',
      deviceId: expect.any(String),
    })
  })

  test('the old user/getuserinfo refuses the code of another app, by its number', async () => {
    const visitor = await createVisitor(simulator).become('zhangsan')
    const { code = '' } = await visitor.get(linkFor('snsapi_base'))
    const refused = await failureOf(wecom.user.getuserinfo(accessToken, code, agentId + 1))
    expect(refused.errcode).toBe(301002)
  })

  test('what the member allows comes from auth/getuserdetail', async () => {
    const visitor = await createVisitor(simulator).become('zhangsan')
    const fields: [string, string][] = [
      ['decision', 'allow'],
      ['field', 'mobile'],
    ]
    const { code = '' } = await visitor.post(linkFor('snsapi_privateinfo'), {}, fields)
    const { userTicket = '' } = await wecom.auth.getuserinfo(accessToken, code)
    expect(await wecom.auth.getuserdetail(accessToken, userTicket)).toMatchObject({
      userId: 'zhangsan',
      mobile: '13800000001',
    })
  })

  test('the scan login knows the link', async () => {
    const { status } = await createVisitor(simulator).get(
      onServer(scanLoginUrl(simulator.url, { ...link, language: 'zh' })),
    )
    expect(status).toBe(200)
  })
})
