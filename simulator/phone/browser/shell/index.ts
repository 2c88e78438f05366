import type { PhoneSetup } from '../../setup'
import { element } from '../dom'
import type { Page } from '../page'
import type { AppSettings } from '../program'
import { createDialogs } from './dialogs'
import { createNavigationBar } from './navigation-bar'
import { createStatusBar } from './status-bar'
import { createTabBar } from './tab-bar'

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
  return {
    pages,
    layer,
    navigation,
    tabs,
    dialogs: createDialogs(layer, WORDS[setup.language]),
    /** Brings the bars in line with the page that is shown. */
    follow(page: Page, depth: number, isHome: boolean) {
      navigation.show(page, depth, isHome)
      tabs.show(page.route.path)
      root.classList.toggle('with-tabs', !tabs.bar.hidden)
      root.classList.toggle('without-navigation', page.settings.navigationStyle === 'custom')
    },
  }
}
