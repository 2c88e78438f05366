import { createEventChannel, type EventChannel } from './event-channel'
import type { Page } from './page'
import { readRoute, type Route } from './route'
import { CallFailure } from './wx/call'

export interface PageStack {
  pages(): readonly Page[]
  top(): Page | undefined
  isTab(path: string): boolean
  open(route: Route): void
  navigateTo(url: string, events?: object): EventChannel
  redirectTo(url: string): void
  navigateBack(delta: number): void
  switchTab(url: string): void
  reLaunch(url: string): void
}

export interface PageStackParts {
  isPage(path: string): boolean
  tabs: readonly string[]
  /** Calls `opened` before the page's own code runs. */
  openPage(route: Route, opener: EventChannel, opened: (page: Page) => void): void
}

/** WeChat keeps ten pages at most. */
const LIMIT = 10

/**
 * The pages that are open, and the five ways between them. Tab pages stay alive while another tab
 * is shown. https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/route.html
 */
export function createPageStack({ isPage, tabs, openPage }: PageStackParts): PageStack {
  let stack: Page[] = []
  const tabPages = new Map<string, Page>()
  const isTab = (path: string) => tabs.includes(path)
  const top = () => stack.at(-1)

  const read = (url: string) => {
    const route = readRoute(url, top()?.route.path)
    if (!isPage(route.path)) throw new CallFailure(`page "${route.path}" is not found`)
    return route
  }
  const readOther = (url: string, verb: string) => {
    const route = read(url)
    if (isTab(route.path)) throw new CallFailure(`can not ${verb} a tabbar page`)
    return route
  }
  const open = (route: Route, opener = createEventChannel()) => {
    const kept = isTab(route.path) ? tabPages.get(route.path) : undefined
    if (kept !== undefined) {
      stack.push(kept)
      kept.show()
      return
    }
    // The page is on the stack before its onLoad runs: getCurrentPages() finds it there.
    openPage(route, opener, (page) => {
      stack.push(page)
      if (isTab(route.path)) tabPages.set(route.path, page)
    })
  }
  const close = (page: Page | undefined) => {
    if (page === undefined) return
    tabPages.delete(page.route.path)
    page.destroy()
  }

  return {
    pages: () => stack,
    top,
    isTab,
    open,
    navigateTo(url, events = {}) {
      const route = readOther(url, 'navigateTo')
      if (stack.length >= LIMIT) throw new CallFailure('webview count limit exceed')
      const channel = createEventChannel()
      for (const [name, listener] of Object.entries(events))
        channel.on(name, listener as (...values: unknown[]) => void)
      top()?.hide()
      open(route, channel)
      return channel
    },
    redirectTo(url) {
      const route = readOther(url, 'redirectTo')
      close(stack.pop())
      open(route)
    },
    navigateBack(delta) {
      if (stack.length < 2) throw new CallFailure('cannot navigate back at first page.')
      for (let count = 0; count < delta && stack.length > 1; count += 1) close(stack.pop())
      top()?.show()
    },
    switchTab(url) {
      const route = readRoute(url, top()?.route.path)
      if (!isTab(route.path)) throw new CallFailure('can not switch to no-tabBar page')
      const before = stack
      if (before.length === 1 && top()?.route.path === route.path) return
      for (const page of before.slice(1).reverse()) close(page)
      const first = before[0]
      stack = []
      if (first !== undefined && !isTab(first.route.path)) close(first)
      else if (first !== undefined && before.length === 1) first.hide()
      open({ ...route, query: {}, search: '' })
    },
    reLaunch(url) {
      const route = read(url)
      const alive = new Set([...stack, ...tabPages.values()])
      stack = []
      alive.forEach(close)
      open(route)
    },
  }
}
