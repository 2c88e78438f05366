import { company, start, type Running } from '../../running'

let wecom: Running
const source_agentid = 1000009
const convert = (body: object) => wecom.send('batch/openuserid_to_userid', body)

/** The badge app, and another whose mini program is given encrypted userids. */
const withSource = () => {
  const both = company()
  const [badge] = both.apps
  if (!badge) throw new Error('the seed company has an app')
  both.apps.push({
    ...badge,
    agentId: source_agentid,
    secret: 'invented-secret-of-an-app-of-others-009',
    visibleRange: { members: ['weiguohua'], departments: [4], tags: [] },
    miniProgram: { appId: 'wx5eed000000000009', linked: 'encrypted' },
  })
  return both
}

const openUserIdOf = async (userId: string): Promise<string> => {
  const { access_token } = await wecom.api('gettoken', {
    corpid: company().corpId,
    corpsecret: 'invented-secret-of-an-app-of-others-009',
  })
  const js_code = wecom.issueCode({ platform: 'wecom', userId, agentId: source_agentid })
  const reply = await wecom.exchange({ access_token: String(access_token), js_code })
  return String(reply['userid'])
}

beforeEach(async () => {
  wecom = await start({ company: withSource() })
})
afterEach(() => wecom.close())

test('what the other app was given becomes userids, the rest stays invalid', async () => {
  const zhangsan = await openUserIdOf('zhangsan')
  expect(zhangsan).toMatch(/^wo/)
  const open_user_id_of_nobody = 'wo0000000000000000000000000000000'
  expect(
    await convert({ open_userid_list: [zhangsan, open_user_id_of_nobody], source_agentid }),
  ).toEqual({
    errcode: 0,
    errmsg: 'ok',
    userid_list: [{ open_userid: zhangsan, userid: 'zhangsan' }],
    invalid_open_userid_list: [open_user_id_of_nobody],
  })
})

test('both apps must see the person', async () => {
  const [sales, secretary] = [await openUserIdOf('gaoyuanyuan'), await openUserIdOf('weiguohua')]
  const reply = await convert({ open_userid_list: [sales, secretary], source_agentid })
  expect(reply).toMatchObject({ userid_list: [], invalid_open_userid_list: [sales, secretary] })
})

test('a thousand ids fit into one call, one more is 40032', async () => {
  const ids = Array.from({ length: 1001 }, (_, n) => `wo${String(n).padStart(62, '0')}`)
  const most = await convert({ open_userid_list: ids.slice(1), source_agentid })
  expect(most['invalid_open_userid_list']).toHaveLength(1000)
  expect((await convert({ open_userid_list: ids, source_agentid })).errcode).toBe(40032)
})

test.each([
  [40058, 'no list', { source_agentid }],
  [40058, 'an empty list', { open_userid_list: [], source_agentid }],
  [41011, 'no app', { open_userid_list: ['wo0'] }],
  [40056, 'an app that is not there', { open_userid_list: ['wo0'], source_agentid: 77 }],
])('answers %d to %s', async (errcode, _case, body) => {
  expect((await convert(body)).errcode).toBe(errcode)
})
