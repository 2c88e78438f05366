import { company, corpId, otherCorpId, start, type Running } from '../../running'

let wecom: Running
const codeOf = (userId: string) => wecom.issueCode({ platform: 'wecom', userId })

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

test('a code of wx.qy.login becomes corpid, userid, a session key and an empty deviceid', async () => {
  const reply = await wecom.exchange({ js_code: codeOf('zhangsan') })
  expect(reply).toEqual({
    errcode: 0,
    errmsg: 'ok',
    corpid: corpId,
    userid: 'zhangsan',
    session_key: expect.any(String),
    deviceid: '',
  })
  expect(Buffer.from(String(reply['session_key']), 'base64')).toHaveLength(16)
})

test('each exchange gives a session key of its own', async () => {
  const [first, second] = [await wecom.exchange(), await wecom.exchange()]
  expect(first['session_key']).not.toBe(second['session_key'])
})

describe('a code', () => {
  test('can be exchanged once', async () => {
    const js_code = codeOf('zhangsan')
    expect((await wecom.exchange({ js_code })).errcode).toBe(0)
    const again = await wecom.exchange({ js_code })
    expect(again).toMatchObject({ errcode: 40029 })
    expect(again.errmsg).toMatch(/^invalid code, hint:/)
    expect(again).not.toHaveProperty('userid')
    expect(wecom.requests().at(-1)?.why).toBe('this js_code was exchanged before')
  })

  test('can be exchanged once when two try at the same moment', async () => {
    const js_code = codeOf('zhangsan')
    const replies = await Promise.all([wecom.exchange({ js_code }), wecom.exchange({ js_code })])
    expect(replies.map(({ errcode }) => errcode).sort()).toEqual([0, 40029])
  })

  test('lives 300 seconds', async () => {
    const [early, late] = [codeOf('zhangsan'), codeOf('zhangsan')]
    wecom.clock.advance(299)
    expect((await wecom.exchange({ js_code: early })).errcode).toBe(0)
    wecom.clock.advance(1)
    expect((await wecom.exchange({ js_code: late })).errcode).toBe(40029)
  })

  test('of wx.login is refused, and stays unspent', async () => {
    const js_code = wecom.issueCode({ platform: 'wechat', userId: 'zhangsan' })
    expect((await wecom.exchange({ js_code })).errcode).toBe(40029)
    expect((await wecom.exchange({ js_code })).errcode).toBe(40029)
    expect(wecom.requests().at(-1)?.why).toContain('wx.login')
  })

  test('that nobody issued is refused', async () => {
    expect((await wecom.exchange({ js_code: 'made-up' })).errcode).toBe(40029)
  })

  test('for another mini program is refused', async () => {
    await wecom.close()
    const two = company()
    const [badge] = two.apps
    if (!badge) throw new Error('the seed company has an app')
    two.apps.push({
      ...badge,
      agentId: 1000003,
      secret: 'the-invented-secret-of-a-second-app',
      miniProgram: { appId: 'wx5eed0000000000ff', linked: true },
    })
    wecom = await start({ company: two })
    const js_code = wecom.issueCode({ platform: 'wecom', userId: 'zhangsan', agentId: 1000003 })
    expect((await wecom.exchange({ js_code })).errcode).toBe(40029)
  })

  test('can be refused with the newer codes of the table', async () => {
    await wecom.close()
    wecom = await start({ choices: { usedCode: 42022, expiredCode: 42003 } })
    const [used, late] = [codeOf('zhangsan'), codeOf('zhangsan')]
    await wecom.exchange({ js_code: used })
    expect((await wecom.exchange({ js_code: used })).errcode).toBe(42022)
    wecom.clock.advance(300)
    expect((await wecom.exchange({ js_code: late })).errcode).toBe(42003)
  })
})

describe('parameters', () => {
  test('no js_code: 41008', async () => {
    expect((await wecom.exchange({ js_code: '' })).errcode).toBe(41008)
  })

  test('any other grant_type: 40058, naming it, and the code stays unspent', async () => {
    const js_code = codeOf('zhangsan')
    const reply = await wecom.exchange({ js_code, grant_type: 'password' })
    expect(reply.errcode).toBe(40058)
    expect(reply.errmsg).toMatch(/^invalid param 'grant_type', hint:/)
    expect((await wecom.exchange({ js_code })).errcode).toBe(0)
  })
})

describe('who is not simply one of us', () => {
  test("a visitor from another corp succeeds, with that corp's id and an encrypted userid", async () => {
    const first = await wecom.exchange({ js_code: codeOf('zhengyuan') })
    expect(first).toMatchObject({ errcode: 0, corpid: otherCorpId })
    expect(first['userid']).toMatch(/^wo[\w-]{30}$/)
    const second = await wecom.exchange({ js_code: codeOf('zhengyuan') })
    expect(second['userid']).toBe(first['userid'])
  })

  test('a member outside the visible range is named all the same', async () => {
    const reply = await wecom.exchange({ js_code: codeOf('weiguohua') })
    expect(reply).toMatchObject({ errcode: 0, corpid: corpId, userid: 'weiguohua' })
  })

  test.each(['yuanhong', 'jiangtao', 'caimengqi'])(
    '%s, who should not be there, is named: user/get tells the status',
    async (userId) => {
      expect(await wecom.exchange({ js_code: codeOf(userId) })).toMatchObject({ userid: userId })
    },
  )
})

describe('the link between app and mini program', () => {
  test('encrypted: our own people come with our corpid and a wo… userid, each their own', async () => {
    wecom.setApp({ linked: 'encrypted' })
    const zhangsan = await wecom.exchange({ js_code: codeOf('zhangsan') })
    const lisi = await wecom.exchange({ js_code: codeOf('lisi') })
    expect(zhangsan).toMatchObject({ errcode: 0, corpid: corpId })
    expect(zhangsan['userid']).toMatch(/^wo[\w-]{30}$/)
    expect(lisi['userid']).not.toBe(zhangsan['userid'])
  })

  test('refused: 90206, and the code stays unspent', async () => {
    wecom.setApp({ linked: 'refused' })
    const js_code = codeOf('zhangsan')
    expect((await wecom.exchange({ js_code })).errcode).toBe(90206)
    wecom.setApp({ linked: true })
    expect((await wecom.exchange({ js_code })).errcode).toBe(0)
  })

  test('an app without a mini program: its token is of the wrong kind, 40014', async () => {
    await wecom.close()
    const plain = company()
    for (const app of plain.apps) delete app.miniProgram
    wecom = await start({ company: plain })
    expect((await wecom.exchange({ js_code: 'any' })).errcode).toBe(40014)
  })
})

describe('acceptAnyCodeAs', () => {
  beforeEach(async () => {
    await wecom.close()
    wecom = await start({ acceptAnyCodeAs: 'LISI' })
  })

  test('takes each unknown code once, as that member in the stored spelling', async () => {
    const js_code = 'a-code-of-a-real-devtools'
    expect(await wecom.exchange({ js_code })).toMatchObject({ corpid: corpId, userid: 'lisi' })
    expect((await wecom.exchange({ js_code })).errcode).toBe(40029)
    expect(await wecom.exchange({ js_code: 'another' })).toMatchObject({ userid: 'lisi' })
  })

  test('leaves the codes that were issued here what they are', async () => {
    const js_code = codeOf('zhangsan')
    expect(await wecom.exchange({ js_code })).toMatchObject({ userid: 'zhangsan' })
    expect((await wecom.exchange({ js_code })).errcode).toBe(40029)
  })
})
