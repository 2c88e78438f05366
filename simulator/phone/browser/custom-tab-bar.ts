import type { AssociatedBackend, CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'
import { CUSTOM_TAB_BAR } from '../custom-tab-bar'
import { element } from './dom'
import type { Caller } from './selector-query'

/** The bar of each tab page, by the page's component. */
const bars = new WeakMap<object, Caller>()

/**
 * Puts the mini program's own tab bar on a tab page: each page has one of its own.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/custom-tabbar.html
 */
export function openCustomTabBar(
  { space, associated }: { space: CodeSpace; associated: AssociatedBackend },
  page: glassEasel.GeneralComponent,
  view: HTMLElement,
) {
  const root = associated.createRoot('custom-tab-bar', space, CUSTOM_TAB_BAR)
  const placeholder = element('span')
  view.append(placeholder)
  bars.set(page, root.get())
  return {
    attach: () =>
      root.attach(
        view as unknown as Parameters<typeof root.attach>[0],
        placeholder as unknown as Parameters<typeof root.attach>[1],
      ),
    release: () => root.release(),
  }
}

/** `this.getTabBar()` of a page, or of a component on it. */
export function tabBarOf(caller: Caller): Caller | null {
  let component = caller._$ as glassEasel.GeneralComponent
  for (let root = component.ownerShadowRoot; root !== null; root = component.ownerShadowRoot)
    component = root.getHostNode()
  return bars.get(component) ?? null
}
