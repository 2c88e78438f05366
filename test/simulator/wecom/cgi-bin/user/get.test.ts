import { agentId, company, start, type Running, type WireReply } from '../../running'

let wecom: Running
const get = async (userid: string): Promise<WireReply> =>
  wecom.api('user/get', { access_token: await wecom.accessToken(), userid })

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

const personalKeys = [
  'avatar',
  'thumb_avatar',
  'gender',
  'mobile',
  'email',
  'biz_mail',
  'qr_code',
  'address',
]

test('a new app is told all but the personal fields, whose keys are absent', async () => {
  const reply = await get('zhangsan')
  expect(reply).toMatchObject({
    errcode: 0,
    userid: 'zhangsan',
    name: '张三',
    alias: 'Jack Zhang',
    position: '高级后台工程师',
    department: [4],
    order: [0],
    is_leader_in_dept: [1],
    main_department: 4,
    direct_leader: ['zhouwenbin'],
    telephone: '0755-00000001',
    status: 1,
    isleader: 1,
    enable: 1,
    hide_mobile: 0,
    external_position: '技术顾问',
  })
  for (const key of personalKeys) expect(reply).not.toHaveProperty(key)
  expect(reply).not.toHaveProperty('open_userid')
})

test('the external profile can show a mini program and a video account', async () => {
  const shown = { appId: 'wx5eed000000000009', pagePath: 'pages/index', title: '产品手册' }
  wecom.editMember('zhangsan', {
    externalProfile: {
      corpName: '启明科技',
      wechatChannels: { nickname: '启明', status: 0 },
      attributes: [{ name: '手册', miniProgram: shown }],
    },
  })
  expect((await get('zhangsan'))['external_profile']).toEqual({
    external_corp_name: '启明科技',
    wechat_channels: { nickname: '启明', status: 0 },
    external_attr: [
      {
        type: 2,
        name: '手册',
        miniprogram: { appid: shown.appId, pagepath: shown.pagePath, title: shown.title },
      },
    ],
  })
})

test('extended and external attributes come as text and web', async () => {
  const { extattr, external_profile } = await get('zhangsan')
  expect(extattr).toEqual({
    attrs: [
      { type: 0, name: '工号', text: { value: 'QM-0017' } },
      { type: 0, name: '工位', text: { value: '3 栋 17 层 A-08' } },
      {
        type: 1,
        name: '主页',
        web: { url: 'https://people.qiming.example.com/zhangsan', title: '张三的主页' },
      },
    ],
  })
  expect(external_profile).toEqual({
    external_corp_name: '启明科技',
    external_attr: [{ type: 0, name: '擅长', text: { value: '分布式存储' } }],
  })
})

test('who has told nothing has empty texts and lists, as in a real reply', async () => {
  expect(await get('luozhiqiang')).toMatchObject({
    alias: '',
    telephone: '',
    extattr: { attrs: [] },
    external_profile: { external_attr: [], external_corp_name: '' },
  })
})

describe('an app from before 2022-06-20 20:00 in Beijing', () => {
  const startWith = async (createdAt: string) => {
    await wecom.close()
    const old = company()
    const [app] = old.apps
    if (!app) throw new Error('the seed company has an app')
    app.createdAt = createdAt
    wecom = await start({ company: old })
  }

  test('is told the personal fields; gender is a string', async () => {
    await startWith('2022-06-20T19:59:59+08:00')
    expect(await get('zhangsan')).toMatchObject({
      gender: '1',
      mobile: '13800000001',
      email: 'zhangsan@mail.example.com',
      biz_mail: 'zhangsan@qiming.example.com',
      address: '深圳市南山区科技园 3 栋 17 层',
      avatar: '',
      thumb_avatar: '',
      qr_code: '',
    })
    expect(await get('linxiaotong')).toMatchObject({ gender: '2' })
    expect(await get('david.miller')).toMatchObject({ gender: '1', alias: 'Dave' })
  })

  test('is not old at the stroke of eight', async () => {
    await startWith('2022-06-20T20:00:00+08:00')
    expect(await get('zhangsan')).not.toHaveProperty('mobile')
  })

  test('legacyFields decides whatever the date', async () => {
    wecom.setApp({ legacyFields: true })
    expect(await get('zhangsan')).toHaveProperty('mobile', '13800000001')
    wecom.setApp({ legacyFields: false })
    expect(await get('zhangsan')).not.toHaveProperty('mobile')
  })

  test('is told the small avatar beside the large one', async () => {
    wecom.setApp({ legacyFields: true })
    wecom.editMember('zhangsan', { avatar: 'https://wework.qpic.cn/wwhead/invented/0' })
    expect(await get('zhangsan')).toMatchObject({
      avatar: 'https://wework.qpic.cn/wwhead/invented/0',
      thumb_avatar: 'https://wework.qpic.cn/wwhead/invented/100',
    })
  })
})

describe('two departments', () => {
  test('come in their own order, leadership and order parallel, the main one apart', async () => {
    wecom.editMember('wangzixuan', { order: [7, 9] })
    expect(await get('wangzixuan')).toMatchObject({
      department: [5, 2],
      is_leader_in_dept: [1, 0],
      order: [7, 9],
      main_department: 2,
    })
  })

  test('an invisible one is left out of every list; the main one is named only when visible', async () => {
    wecom.setApp({ visibleRange: { departments: [5], members: [] } })
    const reply = await get('wangzixuan')
    expect(reply).toMatchObject({ department: [5], is_leader_in_dept: [1], order: [0] })
    expect(reply).not.toHaveProperty('main_department')
    expect(reply['direct_leader']).toEqual([])
  })
})

describe('visible range', () => {
  test('who is visible by name alone has no department', async () => {
    const reply = await get('chenqiming')
    expect(reply).toMatchObject({
      errcode: 0,
      name: '陈启明',
      department: [],
      order: [],
      is_leader_in_dept: [],
      isleader: 0,
    })
    expect(reply).not.toHaveProperty('main_department')
  })

  test('a department includes everything below it', async () => {
    wecom.setApp({ visibleRange: { departments: [2], members: [] } })
    expect((await get('zhangsan')).errcode).toBe(0)
    expect((await get('hejianguo')).errcode).toBe(60111)
  })

  test('a tag stands for its members and its departments', async () => {
    wecom.setApp({ visibleRange: { departments: [], members: [], tags: [1] } })
    expect(await get('zhangsan')).toMatchObject({ errcode: 0, department: [] })
    expect((await get('fengxue')).errcode).toBe(60111)
    wecom.setApp({ visibleRange: { tags: [2] } })
    expect(await get('fengxue')).toMatchObject({ errcode: 0, department: [10] })
  })

  test('outside it the answer is 60111, or 60011 if that is chosen', async () => {
    const hidden = await get('weiguohua')
    expect(hidden.errcode).toBe(60111)
    expect(hidden).not.toHaveProperty('name')
    await wecom.close()
    wecom = await start({ choices: { invisibleMember: 60011 } })
    expect((await get('weiguohua')).errcode).toBe(60011)
  })
})

describe('status', () => {
  test.each([
    ['yuanhong', 2, 0],
    ['caimengqi', 4, 1],
    ['jiangtao', 5, 1],
  ])('%s answers with status %d', async (userid, status, enable) => {
    expect(await get(userid)).toMatchObject({ errcode: 0, status, enable })
  })

  test('who is deleted from the contacts is not found', async () => {
    wecom.removeMember('lisi')
    expect((await get('lisi')).errcode).toBe(60111)
  })
})

describe('userid', () => {
  test('case does not count, and the stored spelling is answered', async () => {
    expect(await get('ZhangSan')).toMatchObject({ errcode: 0, userid: 'zhangsan' })
  })

  test.each([
    [41009, 'none', ''],
    [40003, 'one with a space', 'zhang san'],
    [40003, 'one of 65 bytes', 'z'.repeat(65)],
    [40003, 'one that begins with a dot', '.zhangsan'],
    [40003, 'a Chinese name', '张三'],
    [60111, 'one that nobody has', 'nobody'],
    [60111, 'a key of every object', 'constructor'],
  ])('answers %d to %s', async (errcode, _case, userid) => {
    expect((await get(userid)).errcode).toBe(errcode)
  })

  test("a visitor's encrypted userid crosses corps: 92002", async () => {
    const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhengyuan', agentId })
    const { userid } = await wecom.exchange({ js_code })
    expect((await get(String(userid))).errcode).toBe(92002)
  })
})

test('what an administrator changes is answered at once', async () => {
  wecom.editMember('lisi', { departments: [6, 12], position: '产品经理' })
  expect(await get('lisi')).toMatchObject({
    department: [6, 12],
    main_department: 6,
    position: '产品经理',
  })
})
