/**
 * What employees live through, told with the client of WeChat DevTools' automation. `npm test` walks in
 * the preview; AUTOMATOR_WS=ws://127.0.0.1:9420 takes the same journeys to DevTools (docs/automation.md).
 */
import { seedCompany } from '../../simulator/wecom/wecom'
import type { Client } from './client'
import { screenOf, soon, type Screen } from './screen'
import { describeJourneys, journey, startWorld, type World } from './world'

jest.setTimeout(60_000)

const visitorsCorp = seedCompany().otherCorps[0]?.corpId ?? ''
const exchange = '/cgi-bin/miniprogram/jscode2session'
const refused = { path: exchange, kind: 'errcode', errcode: 40029 } as const

describeJourneys('journeys', () => {
  let world: World
  let client: Client
  let screen: Screen

  beforeAll(async () => {
    world = await startWorld()
  })
  afterAll(() => world?.close())
  beforeEach(async () => {
    client = await world.client()
    screen = screenOf(client.mini)
  })
  afterEach(async () => {
    world?.simulator.faults.clear()
    await client?.leave()
  })

  const asked = () => world.simulator.requests().length
  const exchanges = () => world.simulator.requests().filter(({ path }) => path === exchange).length

  journey('first sign-in: the badge says who it is', ['wecom'], async () => {
    await client.launch()
    const badge = await screen.sees(/刚刚/)
    for (const words of ['张三', '基础架构组', '启明科技（深圳）有限公司'])
      expect(badge).toContain(words)
  })

  journey('return: the badge is there before any request', ['wecom', 'launch'], async () => {
    await client.launch()
    await screen.sees(/刚刚/)
    const before = asked()
    await client.silence()
    await client.launch()
    expect(await screen.sees(/截至/)).toContain('张三')
    expect(asked()).toBe(before)
  })

  journey('session expired: one new code, and not a word about it', ['wecom'], async () => {
    await client.launch()
    await screen.sees(/刚刚/)
    const before = exchanges()
    world.advance(31)
    await (await client.mini.currentPage())?.callMethod('onRefresh')
    await soon(async () => exchanges() > before || undefined, 'a sign-in')
    await screen.sees(/刚刚/)
    expect(exchanges()).toBe(before + 1)
    expect(await screen.text()).not.toMatch(/SESSION|error/i)
  })

  journey('switched employee: the badge is the other one’s', ['wecom', 'person'], async () => {
    await client.launch({ as: 'zhangsan' })
    await screen.sees(/刚刚/)
    await client.launch({ as: 'lisi' })
    const badge = await screen.sees(/刚刚/)
    expect(badge).toContain('李四')
    expect(badge).not.toContain('张三')
  })

  journey('refused code: a second one is asked for in silence', ['wecom', 'launch'], async () => {
    world.simulator.faults.add({ ...refused, times: 1 })
    await client.launch()
    await screen.sees(/刚刚/)
  })

  journey('refused for good: the page says so, and what helps', ['wecom', 'launch'], async () => {
    world.simulator.faults.add({ ...refused, times: 'always' })
    const before = exchanges()
    await client.launch()
    expect(await screen.sees(/CODE_REFUSED/)).not.toContain('张三')
    expect(exchanges()).toBe(before + 2)
    world.simulator.faults.clear()
    await (await screen.finds('#refusal', '.act')).tap()
    await screen.sees(/刚刚/)
  })

  journey(
    'offline: the stored badge stays, and says of when it is',
    ['wecom', 'launch'],
    async () => {
      await client.launch()
      await screen.sees(/刚刚/)
      await client.launch({ net: 'offline' })
      expect(await screen.sees(/没能确认/)).toContain('基础架构组')
    },
  )

  journey('a line that breaks down while the badge is open does no harm', ['wecom'], async () => {
    await client.launch()
    await screen.sees(/刚刚/)
    await client.mini.mockWxMethod('request', { errMsg: 'request:fail ' })
    await (await client.mini.currentPage())?.callMethod('onRefresh')
    expect(await screen.sees(/没能确认/)).toContain('张三')
    await client.mini.restoreWxMethod('request')
    await (await client.mini.currentPage())?.callMethod('onRefresh')
    await screen.sees(/刚刚/)
  })

  journey('signed out, the phone knows nobody until it is asked to', ['wecom'], async () => {
    await client.launch()
    await screen.sees(/刚刚/)
    await client.mini.switchTab('/pages/me/me')
    await (await screen.finds('.sign-out')).tap()
    const act = await screen.finds('#refusal', '.act')
    const stored = () => client.mini.evaluate(() => wx.getStorageInfoSync().keys)
    expect(await stored()).toEqual([])
    await act.tap()
    await screen.sees(/刚刚/)
    expect(await stored()).not.toEqual([])
  })

  journey('consent refused, and given: WeCom asks each time', ['wecom'], async () => {
    const mobile = seedCompany().members.find(({ userId }) => userId === 'zhangsan')?.mobile
    await client.launch()
    await screen.sees(/刚刚/)
    await client.mini.callWxMethod('switchTab', { url: '/pages/me/me' })
    const ask = async () => (await screen.finds('#contact', '#row-mobile', '.cell')).tap()
    await ask()
    await client.mini.native().authorizeCancel()
    expect(await screen.sees(/没有取得/)).not.toContain(mobile)
    await ask()
    await client.mini.native().authorizeAllow()
    await screen.sees(new RegExp(String(mobile)))
  })

  journey('workbench: what this employee may see, and nothing else', ['wecom'], async () => {
    await client.launch()
    await screen.sees(/刚刚/)
    await client.mini.callWxMethod('switchTab', { url: '/pages/workbench/workbench' })
    const shown = await screen.sees(/请假与考勤/)
    // 张三 leads a group of 研发中心 and lectures; he is in neither sales nor HR.
    for (const title of ['发布日历', '预约内训课程']) expect(shown).toContain(title)
    for (const title of ['客户拜访登记', '员工花名册', '薪酬核算'])
      expect(shown).not.toContain(title)
  })

  journey('help: the administrator gets by one tap what finds the cause', ['wecom'], async () => {
    await client.launch()
    await screen.sees(/刚刚/)
    await client.mini.mockWxMethod('request', { errMsg: 'request:fail ' })
    await (await client.mini.currentPage())?.callMethod('onRefresh')
    await (await screen.finds('.note')).tap()
    await screen.sees(/发给管理员/)
    await client.mini.restoreWxMethod('request')
    await (await screen.finds('.copy')).tap()
    const { data } = (await client.mini.callWxMethod('getClipboardData')) as { data: string }
    expect(data).toContain('OFFLINE')
    expect(data).not.toContain('张三')
    await (await screen.finds('.again')).tap()
    await screen.sees(/刚刚/)
  })

  journey('of another company: the page says what to do', ['wecom', 'person'], async () => {
    await client.launch({ as: 'zhengyuan', corp: visitorsCorp })
    expect(await screen.sees(/不在这家公司/)).toMatch(/切换/)
  })

  journey('outside WeCom: the page says where to open it', ['wechat'], async () => {
    await client.launch({ host: 'wechat' })
    expect(await screen.sees(/请在企业微信里打开/)).not.toMatch(/undefined|null|Error/)
  })
})
