import type { PhoneSetup } from '../setup'
import { createAppLife } from './app-life'
import { createAppScope } from './app-scope'
import { takeQuestions } from './automation'
import { describeFailure } from './failures'
import { builtinSurroundings } from './builtin-surroundings'
import { createFramework, type Framework } from './framework'
import { followGestures } from './gestures'
import { followLiveChanges } from './live-change'
import { openPage, type Page } from './page'
import { createPageStack, type PageStack } from './page-stack'
import type { PhoneRuntime, Program } from './program'
import { followSource, takeReopened } from './reload'
import { reporter, sendToParent } from './report'
import { readRoute } from './route'
import { createShell, type Shell } from './shell'
import { createProblemOverlay } from './shell/problem-overlay'
import { createTheme, type PhoneTheme } from './theme'
import { createWx } from './wx'
import { createNetwork } from './wx/network'
import { createPrivacy, type Privacy } from './wx/privacy'
import type { LaunchOptions } from './wx/system'

/** Opened from the WeCom workbench; from the list of recent ones in WeChat. https://developers.weixin.qq.com/miniprogram/dev/reference/scene-list.html */
const SCENES = { wecom: 1119, wechat: 1089 }

const setup = JSON.parse(document.getElementById('phone-setup')?.textContent ?? '{}') as PhoneSetup
const root = document.querySelector<HTMLElement>('.phone') ?? document.body
const life = createAppLife()
const overlay = createProblemOverlay(root)
const network = createNetwork(setup.net, (ms) => new Promise((done) => setTimeout(done, ms)))
const begin = reporter(sendToParent(window), Date.now)

let program: Program
let theme: PhoneTheme
let framework: Framework
let shell: Shell
let privacy: Privacy | undefined
let stack: PageStack
let launch: LaunchOptions
let ready = false

const runtime: PhoneRuntime = {
  get ready() {
    return ready
  },
  problems: overlay.add,
  install(installed, templates) {
    program = installed
    theme = createTheme(setup, program)
    const units = new Map(program.units.map((unit) => [unit.path, unit]))
    shell = createShell(root, {
      setup,
      settings: theme.settings(),
      resolveImage,
      back: () => void stack.navigateBack(1),
      home: () => stack.reLaunch(`/${program.pages[0] ?? ''}`),
      pressTab(path, index, text) {
        stack.switchTab(`/${path}`)
        stack.top()?.call('onTabItemTap', { pagePath: path, index, text })
      },
    })
    if (setup.host === 'wechat') {
      const { dialogs } = shell
      privacy = createPrivacy({ setup, storage: localStorage, dialogs, now: Date.now })
    }
    const surroundings = builtinSurroundings({
      language: setup.language,
      shell,
      resolveImage,
      privacy,
      later: () => ({ wx, stack }),
    })
    framework = createFramework(program, templates, surroundings, appScope.define)
    stack = createPageStack({
      isPage: (path) => units.get(path)?.isPage === true,
      tabs: theme.settings().tabBar?.list.map(({ pagePath }) => pagePath) ?? [],
      openPage(route, opener, opened) {
        const unit = units.get(route.path)
        if (unit === undefined) throw new Error(`page "${route.path}" is not found`)
        const window = theme.settings().window ?? {}
        const container = shell.pages
        const hasCustomTabBar = theme.settings().tabBar?.custom === true && stack.isTab(route.path)
        openPage(
          unit,
          route,
          { ...framework, container, window, hasCustomTabBar, beforeShow: refreshBars },
          opener,
          opened,
        )
      },
    })
    const wx = createWx({
      setup,
      darkmode: program.darkmode,
      shell,
      stack,
      begin,
      network,
      theme,
      privacy,
      launch: () => launch,
      refreshBars,
      appCalls: life.calls,
    })
    const getCurrentPages = () => stack.pages().map(({ instance }) => instance)
    appScope.define({ wx, getCurrentPages, App: life.App, getApp: life.getApp })
    // For the console, and for tests: the mini program itself cannot see these.
    Object.assign(globalThis, { wx, getCurrentPages, getApp: life.getApp })
  },
  runApp: (run) => guarded(() => framework.runUnit('app', run)),
  runUnit: (path, run) => guarded(() => framework.runUnit(path, run)),
  start() {
    const asked = readRoute(takeReopened() ?? setup.page)
    const known = program.pages.includes(asked.path)
    const home = { path: program.pages[0] ?? '', query: {}, search: '' }
    const route = known ? asked : home
    launch = {
      path: route.path,
      query: route.query,
      scene: SCENES[setup.host],
      referrerInfo: {},
    }
    begin('open', route.path)('ok')
    life.launch(launch)
    if (!known && asked.path !== '')
      life.emit('PageNotFound', { path: asked.path, query: asked.query, isEntryPage: true })
    stack.open(route)
    followVisibility()
    ready = true
    if (setup.automation)
      takeQuestions(setup.automation, { program, stack, shell, wx, scope: appScope, leave })
  },
}

const appScope = createAppScope(runtime)
Object.assign(globalThis, { __phone: Object.assign(runtime, { names: appScope.names }) })
window.addEventListener('error', ({ error, message }) => {
  life.emit('Error', error instanceof Error ? (error.stack ?? error.message) : message)
  showFailure(error)
})
window.addEventListener('unhandledrejection', ({ reason, promise }) => {
  life.emit('UnhandledRejection', { reason: reason as unknown, promise })
  showFailure(reason)
})
followGestures(document.body)
followSource(() => {
  const top = stack?.top()
  return top === undefined ? undefined : `${top.route.path}?${top.route.search}`
})

/** What the page around the phone changes without opening it anew. */
followLiveChanges(window, (change) => {
  network.change(change.net)
  if (!ready || !theme.change(change.theme)) return
  shell.tabs.follow(theme.settings().tabBar)
  refreshBars()
  theme.tell()
})

function refreshBars(page: Page | undefined = stack.top()): void {
  if (page === undefined) return
  theme.dress(page, program.units.find(({ path }) => path === page.route.path)?.json ?? {})
  const index = stack.pages().indexOf(page)
  const depth = index === -1 ? stack.pages().length : index
  const isHome = page.route.path === program.pages[0] || stack.isTab(page.route.path)
  shell.follow(page, depth, isHome)
}

function showFailure(error: unknown): void {
  void describeFailure(error).then((problem) => problem !== undefined && overlay.add([problem]))
}

/** A script that throws while it is loaded must not take the others with it. */
function guarded(run: () => void): void {
  try {
    run()
  } catch (error) {
    reportError(error)
  }
}

/** Where a path of the mini program is served; relative ones count from the page on top. */
function resolveImage(source: string): string {
  if (/^(https?:|data:|blob:)/.test(source)) return source
  return `/_phone/files/${readRoute(source, stack.top()?.route.path).path}`
}

function leave(): void {
  stack.top()?.hide()
  life.emit('AppHide')
}

function followVisibility(): void {
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leave()
    else {
      life.emit('AppShow', launch)
      stack.top()?.show()
    }
  })
}
