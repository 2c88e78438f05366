import type { PageStack } from '../page-stack'
import type { Shell } from '../shell'
import { call, CallFailure, type Options } from './call'

const TOAST_MS = 1500

/** What a mini program shows over or around its pages. */
export function interactionCalls(shell: Shell, stack: PageStack, refreshBars: () => void) {
  const { dialogs, navigation, tabs } = shell
  const text = (value: unknown, otherwise = '') =>
    value === undefined || value === null ? otherwise : String(value)
  const colour = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const nothing = () => undefined

  return {
    showToast: call('showToast', ({ title, icon, image, mask, duration }: Options) =>
      dialogs.showToast({
        title: text(title),
        icon: text(icon, 'success'),
        ...(typeof image === 'string' ? { image } : {}),
        mask: mask === true,
        duration: typeof duration === 'number' ? duration : TOAST_MS,
      }),
    ),
    hideToast: call('hideToast', dialogs.hideToast),
    showLoading: call('showLoading', ({ title, mask }: Options) =>
      dialogs.showToast({ title: text(title), icon: 'loading', mask: mask === true, duration: 0 }),
    ),
    hideLoading: call('hideLoading', dialogs.hideToast),
    showModal: call('showModal', (options: Options) => {
      const cancelColor = colour(options.cancelColor)
      const confirmColor = colour(options.confirmColor)
      return dialogs.showModal({
        title: text(options.title),
        content: text(options.content),
        showCancel: options.showCancel !== false,
        cancelText: text(options.cancelText, dialogs.words.cancel),
        confirmText: text(options.confirmText, dialogs.words.confirm),
        editable: options.editable === true,
        placeholderText: text(options.placeholderText),
        ...(cancelColor === undefined ? {} : { cancelColor }),
        ...(confirmColor === undefined ? {} : { confirmColor }),
      })
    }),
    showActionSheet: call('showActionSheet', async ({ itemList, itemColor }: Options) => {
      if (!Array.isArray(itemList) || itemList.length === 0)
        throw new CallFailure('parameter error: itemList should have at least 1 item')
      if (itemList.length > 6)
        throw new CallFailure('parameter error: itemList should not have more than 6 items')
      const tapIndex = await dialogs.showActionSheet(itemList.map(String), colour(itemColor))
      if (tapIndex === undefined) throw new CallFailure('cancel')
      return { tapIndex }
    }),
    setNavigationBarTitle: call('setNavigationBarTitle', ({ title }: Options) => {
      const page = stack.top()
      if (page !== undefined) page.title = text(title)
      refreshBars()
    }),
    setNavigationBarColor: call('setNavigationBarColor', (options: Options) => {
      const page = stack.top()
      if (page === undefined) return
      const dark = text(options.frontColor).toLowerCase() === '#000000'
      page.settings.navigationBarTextStyle = dark ? 'black' : 'white'
      page.settings.navigationBarBackgroundColor = text(options.backgroundColor)
      refreshBars()
    }),
    showNavigationBarLoading: call('showNavigationBarLoading', () => navigation.loading(true)),
    hideNavigationBarLoading: call('hideNavigationBarLoading', () => navigation.loading(false)),
    hideHomeButton: call('hideHomeButton', navigation.hideHome),
    setBackgroundColor: call('setBackgroundColor', nothing),
    setBackgroundTextStyle: call('setBackgroundTextStyle', nothing),
    setTabBarItem: call('setTabBarItem', ({ index, text: label }: Options) => {
      if (label !== undefined) tabs.setText(Number(index), text(label))
    }),
    setTabBarBadge: call('setTabBarBadge', ({ index, text: label }: Options) =>
      tabs.setBadge(Number(index), text(label)),
    ),
    removeTabBarBadge: call('removeTabBarBadge', ({ index }: Options) =>
      tabs.setBadge(Number(index), undefined),
    ),
    showTabBarRedDot: call('showTabBarRedDot', ({ index }: Options) =>
      tabs.setBadge(Number(index), ''),
    ),
    hideTabBarRedDot: call('hideTabBarRedDot', ({ index }: Options) =>
      tabs.setBadge(Number(index), undefined),
    ),
    showTabBar: call('showTabBar', () => {
      tabs.setHidden(false)
      refreshBars()
    }),
    hideTabBar: call('hideTabBar', () => {
      tabs.setHidden(true)
      refreshBars()
    }),
    pageScrollTo: call('pageScrollTo', ({ scrollTop, selector, duration }: Options) => {
      const scroller = stack.top()?.scroller
      const target = typeof selector === 'string' ? scroller?.querySelector(selector) : undefined
      const behavior = duration === 0 ? 'instant' : 'smooth'
      if (target != null) target.scrollIntoView({ behavior })
      else scroller?.scrollTo({ top: Number(scrollTop ?? 0), behavior })
    }),
    startPullDownRefresh: call('startPullDownRefresh', () => stack.top()?.startPullDown()),
    stopPullDownRefresh: call('stopPullDownRefresh', () => stack.top()?.stopPullDown()),
    showShareMenu: call('showShareMenu', nothing),
    hideShareMenu: call('hideShareMenu', nothing),
  }
}
