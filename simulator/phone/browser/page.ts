import type { AssociatedBackend, CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'
import type { Backend } from './backend'
import { openCustomTabBar } from './custom-tab-bar'
import { element } from './dom'
import type { EventChannel } from './event-channel'
import type { ProgramUnit, WindowSettings } from './program'
import { followPull } from './pull-down'
import type { Route } from './route'

/** What a mini program finds at the ends of getCurrentPages(). */
export type PageInstance = Record<string, unknown>

/** A page on the phone: its instance, its view, and its life. */
export interface Page {
  route: Route
  settings: WindowSettings
  title: string
  instance: PageInstance
  component: glassEasel.GeneralComponent
  scroller: HTMLElement
  /** Calls a page method such as onTabItemTap, when there is one. */
  call(method: string, ...values: unknown[]): void
  show(): void
  hide(): void
  destroy(): void
  startPullDown(): void
  stopPullDown(): void
}

export interface PageSurroundings {
  space: CodeSpace
  associated: AssociatedBackend
  backend: Backend
  container: HTMLElement
  /** Brings the phone's bars in line with a page that is about to be shown. */
  beforeShow(page: Page): void
  /** Whether it is a tab page on which the mini program draws the bar. */
  hasCustomTabBar: boolean
  /** app.json's window settings. */
  window: WindowSettings
}

/** Distance from the bottom at which onReachBottom is called, in points. */
const REACH_BOTTOM_DISTANCE = 50

/**
 * Opens a page: creates its component, runs onLoad, onShow and onReady.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/app-service/page-life-cycle.html
 *
 * @param opener channel to the page that opened it
 * @param opened called before any of the page's own code
 */
export function openPage(
  unit: ProgramUnit,
  route: Route,
  surroundings: PageSurroundings,
  opener: EventChannel,
  opened: (page: Page) => void,
): void {
  const { space, associated, backend, container } = surroundings
  const settings = { ...surroundings.window, ...unit.json }
  const view = element('section', 'page')
  const scroller = element('div', 'page-scroller')
  const body = document.createElement('wx-page')
  const placeholder = element('span')
  body.append(placeholder)
  scroller.append(body)
  view.append(scroller)
  container.append(view)

  const { made: root, styles } = backend.recordStyles(() => {
    const url = route.search === '' ? route.path : `${route.path}?${route.search}`
    return associated.createRoot('page-root', space, url)
  })
  const { made: tabBar, styles: tabBarStyles } = backend.recordStyles(() =>
    surroundings.hasCustomTabBar
      ? openCustomTabBar(surroundings, root.getComponent() as glassEasel.GeneralComponent, view)
      : undefined,
  )
  const instance = root.get() as unknown as PageInstance
  Object.assign(instance, { options: route.query, getOpenerEventChannel: () => opener })
  for (const name of ['route', '__route__'])
    Object.defineProperty(instance, name, { value: route.path, configurable: true })

  const call = (method: string, ...values: unknown[]) => {
    const handler = instance[method]
    if (typeof handler !== 'function') return
    try {
      // A rejected async handler reaches App.onUnhandledRejection by itself.
      handler.apply(instance, values)
    } catch (error) {
      reportError(error)
    }
  }
  const pull = followPull(view, scroller, () => call('onPullDownRefresh'))
  const page: Page = {
    route,
    settings,
    title: settings.navigationBarTitleText ?? '',
    instance,
    component: root.getComponent() as glassEasel.GeneralComponent,
    scroller,
    call,
    show() {
      view.hidden = false
      backend.useStyles(styles)
      surroundings.beforeShow(page)
      root.getComponent().triggerPageLifetime('show', [])
      call('onShow')
    },
    hide() {
      root.getComponent().triggerPageLifetime('hide', [])
      call('onHide')
      view.hidden = true
    },
    destroy() {
      call('onUnload')
      root.release()
      tabBar?.release()
      view.remove()
    },
    startPullDown: pull.start,
    stopPullDown: pull.stop,
  }
  pull.enable(settings.enablePullDownRefresh === true)
  listenToScroll(page)
  opened(page)

  const { styles: attachedStyles } = backend.recordStyles(() => {
    root.attach(
      body as unknown as Parameters<typeof root.attach>[0],
      placeholder as unknown as Parameters<typeof root.attach>[1],
    )
    tabBar?.attach()
  })
  for (const sheet of [...tabBarStyles, ...attachedStyles]) styles.add(sheet)
  call('onLoad', route.query)
  page.show()
  requestAnimationFrame(() => call('onReady'))
}

function listenToScroll(page: Page): void {
  const { scroller, settings } = page
  const distance = settings.onReachBottomDistance ?? REACH_BOTTOM_DISTANCE
  let atBottom = false
  scroller.addEventListener(
    'scroll',
    () => {
      const { scrollTop, scrollHeight, clientHeight } = scroller
      page.call('onPageScroll', { scrollTop })
      const reached = scrollTop + clientHeight >= scrollHeight - distance
      if (reached && !atBottom) page.call('onReachBottom')
      atBottom = reached
    },
    { passive: true },
  )
}
