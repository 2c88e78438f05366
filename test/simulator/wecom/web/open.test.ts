import { startReceiver, textOf, type Receiver } from '../callbacks/receiver'
import { agentId, corpId, otherCorpId, start, type Running } from '../running'
import { createVisitor, desktopUserAgent, type Visitor } from './visitor'

let wecom: Running
let receiver: Receiver
let visitor: Visitor
beforeEach(async () => {
  wecom = await start()
  receiver = await startReceiver()
  wecom.setApp({ callback: receiver.callback })
  visitor = createVisitor(wecom, desktopUserAgent)
})
afterEach(async () => {
  await wecom.callbacks.settled()
  await wecom.close()
  await receiver.close()
})

const open = (query: Record<string, string>) => visitor.get('/_sim/open', query)
const to = 'https://pages.example.com/?from=menu#top'

test.each(['workbench', 'menu', 'message'])(
  '%s: goes there, and the app hears of it',
  async (entry) => {
    const shown = await open({ as: 'zhangsan', entry, to })
    expect(shown).toMatchObject({ status: 302, location: to })
    await wecom.callbacks.settled()
    expect(receiver.received[0]?.xml).toContain(
      `<Event><![CDATA[enter_agent]]></Event><EventKey><![CDATA[]]></EventKey><AgentID>${agentId}</AgentID>`,
    )
    expect(textOf(receiver.received[0]?.xml ?? '', 'FromUserName')).toBe('zhangsan')
  },
)

test('a browser that was opened as WeCom is believed, and keeps its person', async () => {
  await open({ as: 'zhangsan', to })
  expect((await visitor.authorize()).code).toBeDefined()
  await open({ as: `${corpId}/LISI`, to })
  const { code = '' } = await visitor.authorize()
  const access_token = await wecom.accessToken()
  expect(await wecom.api('auth/getuserinfo', { access_token, code })).toMatchObject({
    userid: 'lisi',
  })
})

test('without an entry nobody is told', async () => {
  await open({ as: 'zhangsan', to })
  await wecom.callbacks.settled()
  expect(receiver.received).toEqual([])
})

test('who does not see the app has it neither on the workbench nor in a menu', async () => {
  for (const entry of ['workbench', 'menu']) {
    expect((await open({ as: 'weiguohua', entry, to })).text).toContain('<h1>无权限访问</h1>')
  }
  expect((await open({ as: 'weiguohua', entry: 'message', to })).location).toBe(to)
  await wecom.callbacks.settled()
  expect(receiver.received).toEqual([])
})

test('people of another corp can be named with it', async () => {
  expect((await open({ as: `${otherCorpId}/zhengyuan`, to })).status).toBe(302)
  expect((await open({ as: `${otherCorpId}/zhangsan`, to })).text).toContain('没有这个人')
})

test('asks who it is, and says who it was', async () => {
  expect((await open({})).text).toContain('谁在使用这台手机？')
  const { location } = await open({ as: 'zhangsan' })
  expect((await visitor.get(location ?? '')).text).toContain('已用 张三 的身份打开企业微信')
})

test.each([
  ['as', { as: 'nobody', to }, '没有这个人'],
  ['entry', { as: 'zhangsan', entry: 'chat', to }, 'entry参数错误'],
  ['agentid', { as: 'zhangsan', entry: 'menu', agentid: '7', to }, 'agentid参数错误'],
  ['to', { as: 'zhangsan', to: 'javascript:alert(1)' }, 'to参数错误'],
  ['to', { as: 'zhangsan', to: '//example.com/' }, 'to参数错误'],
  ['to', { as: 'zhangsan', to: '/\\example.com' }, 'to参数错误'],
])('a wrong %s is said to be one', async (_name, query, title) => {
  expect((await open(query)).text).toContain(`<h1>${title}</h1>`)
})

test('the page of another site cannot put anybody there', async () => {
  const response = await fetch(`${wecom.url}/_sim/open?as=zhangsan`, {
    headers: { 'Sec-Fetch-Site': 'cross-site' },
  })
  expect(response.status).toBe(403)
  expect(response.headers.get('set-cookie')).toBeNull()
})
