import { company, corpId, start, type Running, type WireReply } from '../running'

let wecom: Running
const contactSecret = 'invented-secret-of-contact-sync-000001'

const startWith = async (settings: { olderIps?: string[]; trustedIps?: string[] } = {}) => {
  const contactSync = { secret: contactSecret, olderIps: [], ...settings }
  wecom = await start({ company: { ...company(), contactSync } })
}
const accessToken = async () => {
  const reply = await wecom.api('gettoken', { corpid: corpId, corpsecret: contactSecret })
  return String(reply['access_token'])
}
const get = async (path: string, query: Record<string, string> = {}) =>
  wecom.api(path, { access_token: await accessToken(), ...query })
const post = async (path: string, body: object) =>
  wecom.post(path, body, { access_token: await accessToken() })

const reads: [string, Record<string, string>][] = [
  ['user/get', { userid: 'weiguohua' }],
  ['user/simplelist', { department_id: '13' }],
  ['user/list', { department_id: '13' }],
  ['department/list', {}],
  ['department/get', { id: '13' }],
]

afterEach(() => wecom.close())

test.each(reads)('from an address of today, %s is 48009', async (path, query) => {
  await startWith()
  expect((await get(path, query)).errcode).toBe(48009)
})

test.each(reads)('an older address may call %s, for the whole corp', async (path, query) => {
  await startWith({ olderIps: ['127.0.0.1'] })
  expect((await get(path, query)).errcode).toBe(0)
})

test('an older address is told the personal fields', async () => {
  await startWith({ olderIps: ['127.0.0.1'] })
  expect(await get('user/get', { userid: 'zhangsan' })).toMatchObject({ mobile: '13800000001' })
})

test('department/simplelist and the tags stay open, all of them', async () => {
  await startWith()
  const { department_id } = await get('department/simplelist')
  expect(department_id).toHaveLength(company().departments.length)
  expect((await get('tag/list'))['taglist']).toEqual([
    { tagid: 1, tagname: '内部讲师' },
    { tagid: 2, tagname: '人事' },
  ])
})

test.each([
  [48002, 'agent/get', { agentid: '1000002' }],
  [48002, 'get_jsapi_ticket', {}],
  [48002, 'ticket/get', { type: 'agent_config' }],
  [40014, 'miniprogram/jscode2session', { js_code: 'any', grant_type: 'authorization_code' }],
])('its token is no token of an app: %d at %s', async (errcode, path, query) => {
  await startWith()
  expect((await get(path, query)).errcode).toBe(errcode)
})

test('its trusted IPs count like those of an app', async () => {
  await startWith({ trustedIps: ['203.0.113.7'] })
  expect((await get('tag/list')).errcode).toBe(60020)
})

test('without it, its secret opens nothing', async () => {
  wecom = await start()
  const reply = await wecom.api('gettoken', { corpid: corpId, corpsecret: contactSecret })
  expect(reply.errcode).toBe(40001)
})

describe('user/list_id', () => {
  const rowsOf = ({ dept_user }: WireReply) => dept_user as { userid: string; department: number }[]

  test('is closed to apps', async () => {
    await startWith()
    expect((await wecom.send('user/list_id', {})).errcode).toBe(48002)
  })

  test('has a row for each member and department, in pages that end with an empty cursor', async () => {
    await startWith()
    const all = await post('user/list_id', {})
    const expected = company().members.flatMap(({ userId, departments }) =>
      departments.map((department) => ({ userid: userId, department })),
    )
    expect(all['next_cursor']).toBe('')
    expect(rowsOf(all)).toEqual(expected)

    const pages: WireReply[] = []
    for (let cursor = ''; pages.length === 0 || cursor !== '';) {
      const page = await post('user/list_id', { limit: 10, ...(cursor && { cursor }) })
      pages.push(page)
      cursor = String(page['next_cursor'])
    }
    expect(pages.map((page) => rowsOf(page).length).slice(0, -1)).toEqual([10, 10, 10])
    expect(pages.flatMap(rowsOf)).toEqual(expected)
  })

  test.each([
    [50100, 'a cursor from elsewhere', { cursor: 'MTIz' }],
    [40058, 'no row at all', { limit: 0 }],
    [40058, 'too many rows', { limit: 10_001 }],
  ])('answers %d to %s', async (errcode, _case, body) => {
    await startWith()
    expect((await post('user/list_id', body)).errcode).toBe(errcode)
  })
})
