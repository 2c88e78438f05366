import { deviceOf, isDesktop, type Device } from '../../choices'
import type { PhoneSetup } from '../../setup'
import { element } from '../dom'
import type { Page } from '../page'
import type { AppSettings } from '../program'
import { createDialogs } from './dialogs'
import { createNavigationBar } from './navigation-bar'
import { createStatusBar } from './status-bar'
import { createTabBar } from './tab-bar'
import { createWheelSheet } from './wheel-sheet'

export type Shell = ReturnType<typeof createShell>

export interface ShellParts {
  setup: PhoneSetup
  settings: AppSettings
  resolveImage(source: string): string
  back(): void
  home(): void
  pressTab(path: string, index: number, text: string): void
}

const WORDS = {
  zh_CN: { cancel: '取消', confirm: '确定' },
  en: { cancel: 'Cancel', confirm: 'OK' },
}

/** Draws the phone around the pages. */
export function createShell(root: HTMLElement, parts: ShellParts) {
  const { setup, settings, resolveImage, back, home, pressTab } = parts
  const device = deviceOf(setup.width)
  shape(root, setup, device)
  const navigation = createNavigationBar({ back, home })
  const tabs = createTabBar({ settings: settings.tabBar, resolveImage, press: pressTab })
  const pages = element('main', 'pages')
  const layer = element('div', 'layer')
  root.append(
    createStatusBar(),
    navigation.bar,
    pages,
    tabs.bar,
    element('div', 'home-indicator'),
    layer,
  )
  const words = WORDS[setup.language]
  return {
    device,
    /** Points of the whole screen, and of the page alone. */
    size: () => ({
      width: root.clientWidth,
      height: root.clientHeight,
      pageHeight: pages.clientHeight,
    }),
    pages,
    layer,
    navigation,
    tabs,
    dialogs: createDialogs(layer, words),
    openWheels: createWheelSheet(layer, words),
    /** Brings the bars in line with the page that is shown. */
    follow(page: Page, depth: number, isHome: boolean) {
      navigation.show(page, depth, isHome)
      tabs.show(page.route.path)
      root.classList.toggle('with-tabs', !tabs.bar.hidden)
      root.classList.toggle('without-navigation', page.settings.navigationStyle === 'custom')
    },
  }
}

/** Makes the phone as wide as was chosen, with the strips above and below that this device has. */
function shape(root: HTMLElement, { width, fontSize }: PhoneSetup, device: Device): void {
  if (width > 0) Object.assign(root.style, { width: `${width}px`, maxWidth: 'none' })
  root.style.setProperty('--status-height', `${device.statusBarHeight}px`)
  root.style.setProperty('--home-height', `${device.homeHeight}px`)
  // The client's own bar follows the size of text, within these bounds.
  // https://developers.weixin.qq.com/miniprogram/design/elderly.html
  root.style.setProperty('--title-size', `${Math.min(20, Math.max(16, fontSize))}px`)
  root.classList.toggle('with-home-button', device.homeHeight === 0 && !isDesktop(device))
  root.classList.toggle('on-desktop', isDesktop(device))
}
