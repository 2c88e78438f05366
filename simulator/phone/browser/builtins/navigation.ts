import type { DefineBuiltin } from './define'

export interface NavigatorSurroundings {
  /** Makes one of wx's navigation calls. */
  navigate(name: string, options: Record<string, unknown>): void
  /** Tells the person that something is missing in the preview. */
  notSimulated(what: string): void
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
export function defineNavigator(
  define: DefineBuiltin,
  { navigate, notSimulated }: NavigatorSurroundings,
): void {
  define('navigator', {
    properties: {
      url: '',
      openType: 'navigate',
      delta: 1,
      target: 'self',
      hoverClass: 'navigator-hover',
      hoverStayTime: 600,
    },
    created: (node) =>
      node.on('tap', () => {
        const call = CALLS[node.text('openType')]
        if (node.text('target') === 'miniProgram')
          return notSimulated('<navigator target="miniProgram">')
        if (call === undefined)
          return notSimulated(`<navigator open-type="${node.text('openType')}">`)
        navigate(call, {
          url: node.text('url'),
          delta: node.number('delta'),
          success: () => node.trigger('success'),
          fail: (failure: unknown) => node.trigger('fail', failure),
        })
      }),
  })
}
