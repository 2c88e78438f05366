import type { Translate } from './i18n'

/** The part of `wx` that names the tabs. */
export interface TabBar {
  setTabBarItem(options: { index: number; text: string; fail(): void }): unknown
}

/** Names the tabs in the employee's language: app.json can only name them in one. */
export function nameTabs(tabBar: TabBar, t: Translate): void {
  const names = [t('badge.title'), t('workbench.title'), t('me.title')]
  // A client without a tab bar on screen refuses, and then there is nothing to name.
  names.forEach((text, index) => tabBar.setTabBarItem({ index, text, fail() {} }))
}
