import { longUserId, visitorsCorp } from './company'
import type { PageState, Stage } from './stage'

const openTab = {
  workbench: ({ tap }: Stage) => tap('工作台', 'Workbench'),
  me: ({ tap }: Stage) => tap('我的', 'Me'),
}

/** Opened once with everything well, and then without an answer: the stored badge is there. */
const afterwards =
  (how: 'hang' | 'cut') =>
  async ({ open, lose }: Stage) => {
    await open()
    await lose(how)
  }

const refusal = (name: string, userId: string): PageState => ({
  sheet: 'badge',
  name,
  phone: { as: userId },
})

const badge: PageState[] = [
  { sheet: 'badge', name: 'loading', arrange: ({ lose }) => lose('hang') },
  { sheet: 'badge', name: 'confirmed' },
  {
    sheet: 'badge',
    name: 'back',
    act: async ({ page }) => {
      await page.locator('[aria-label*="翻到背面"], [aria-label*="Turn over"]').first().click()
      await page.waitForTimeout(800)
    },
  },
  { sheet: 'badge', name: 'long names', phone: { as: longUserId } },
  { sheet: 'badge', name: 'largest text', phone: { font: '23.8' } },
  { sheet: 'badge', name: 'being confirmed', arrange: afterwards('hang') },
  { sheet: 'badge', name: 'not confirmed', arrange: afterwards('cut') },
  refusal('disabled', 'yuanhong'),
  refusal('left', 'jiangtao'),
  refusal('not activated', 'caimengqi'),
  refusal('not visible', 'weiguohua'),
  {
    sheet: 'badge',
    name: 'another company',
    phone: { as: 'zhengyuan', corp: visitorsCorp },
  },
  { sheet: 'badge', name: 'offline', phone: { net: 'offline' } },
  {
    sheet: 'badge',
    name: 'address not trusted',
    phone: { as: 'lisi' },
    arrange: async ({ stack }) => {
      const path = '/cgi-bin/miniprogram/jscode2session'
      stack.simulator?.faults.add({ path, kind: 'errcode', errcode: 60020 })
    },
  },
  { sheet: 'badge', name: 'in WeChat', phone: { host: 'wechat' } },
]

const workbench: PageState[] = [
  {
    sheet: 'workbench',
    name: 'loading',
    arrange: ({ lose }) => lose('hang', /\/api\/workbench/),
    act: openTab.workbench,
  },
  { sheet: 'workbench', name: 'content', act: openTab.workbench },
  { sheet: 'workbench', name: 'long names', phone: { as: longUserId }, act: openTab.workbench },
  { sheet: 'workbench', name: 'largest text', phone: { font: '23.8' }, act: openTab.workbench },
  {
    sheet: 'workbench',
    name: 'empty',
    arrange: ({ page }) =>
      page.route(/\/api\/workbench/, (route) =>
        route.fulfill({ json: { ok: true, data: { groups: [], notices: [] } } }),
      ),
    act: openTab.workbench,
  },
  {
    sheet: 'workbench',
    name: 'failed',
    arrange: ({ lose }) => lose('cut', /\/api\/workbench/),
    act: openTab.workbench,
  },
  {
    sheet: 'workbench',
    name: 'refused',
    phone: { as: 'yuanhong' },
    act: openTab.workbench,
  },
  {
    sheet: 'workbench',
    name: 'not up to date',
    act: async (stage) => {
      await openTab.workbench(stage)
      await stage.lose('cut', /\/api\/workbench/)
      await stage.page.evaluate('getCurrentPages().slice(-1)[0].onPullDownRefresh()')
      await stage.page.waitForTimeout(1500)
    },
  },
  {
    sheet: 'workbench',
    name: 'an entry that is gone',
    phone: { page: 'pages/site/site?entry=gone' },
  },
]

const askForMail = async (stage: Stage) => {
  await openTab.me(stage)
  await stage.tap('显示', 'Show')
}

const consent = (how: string, zh: string, en: string): PageState => ({
  sheet: 'me',
  name: `consent ${how}`,
  act: async (stage) => {
    await askForMail(stage)
    await stage.tap(zh, en)
  },
})

const me: PageState[] = [
  { sheet: 'me', name: 'loading', arrange: ({ lose }) => lose('hang'), act: openTab.me },
  { sheet: 'me', name: 'not confirmed', arrange: afterwards('cut'), act: openTab.me },
  { sheet: 'me', name: 'details', act: openTab.me },
  {
    sheet: 'me',
    name: 'details below',
    act: async (stage) => {
      await openTab.me(stage)
      await stage.page.mouse.move(stage.view.width / 2, 300)
      await stage.page.mouse.wheel(0, 9999)
      await stage.page.waitForTimeout(300)
    },
  },
  { sheet: 'me', name: 'long names', phone: { as: longUserId }, act: openTab.me },
  { sheet: 'me', name: 'largest text', phone: { font: '23.8' }, act: openTab.me },
  { sheet: 'me', name: 'asked for consent', act: askForMail },
  consent('given', '允许', 'Allow'),
  consent('refused', '拒绝', 'Deny'),
  {
    sheet: 'me',
    name: 'languages',
    act: async (stage) => {
      await openTab.me(stage)
      await stage.tap('语言', 'Language')
    },
  },
  {
    sheet: 'me',
    name: 'signed out',
    act: async (stage) => {
      await openTab.me(stage)
      await stage.tap('退出登录', 'Sign out')
    },
  },
  { sheet: 'me', name: 'in WeChat', phone: { host: 'wechat' }, act: openTab.me },
]

const help: PageState[] = [
  { sheet: 'help', name: 'nothing wrong', phone: { page: 'pages/help/help' } },
  {
    sheet: 'help',
    name: 'something wrong',
    arrange: afterwards('cut'),
    act: ({ tap }) => tap('怎么办', 'What to do'),
  },
  { sheet: 'help', name: 'what is read and kept', phone: { page: 'pages/privacy/privacy' } },
  {
    sheet: 'help',
    name: 'the same in WeChat',
    phone: { page: 'pages/privacy/privacy', host: 'wechat' },
  },
]

/** Every page in every state that a person can meet it in. */
export const PAGE_STATES: readonly PageState[] = [...badge, ...workbench, ...me, ...help]
