import type { DefineBuiltin } from './define'

export interface Navigation {
  call(name: string, options: Record<string, unknown>): void
}

const CALLS: Record<string, string> = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
  exit: 'exitMiniProgram',
}

/** navigator: a tap on it is one of wx's navigation calls. */
export function defineNavigator(define: DefineBuiltin, navigation: Navigation): void {
  define('navigator', {
    properties: {
      url: '',
      openType: 'navigate',
      delta: 1,
      target: 'self',
      hoverClass: 'navigator-hover',
    },
    created: (node) =>
      node.on('tap', () => {
        const call = CALLS[node.text('openType')]
        if (call === undefined) return
        navigation.call(call, {
          url: node.text('url'),
          delta: node.number('delta'),
          success: () => node.trigger('success'),
          fail: (failure: unknown) => node.trigger('fail', failure),
        })
      }),
  })
}
