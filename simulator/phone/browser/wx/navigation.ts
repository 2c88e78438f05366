import type { PageStack } from '../page-stack'
import { call, CallFailure, type Options } from './call'

/** The five ways from page to page. */
export function navigationCalls(stack: PageStack) {
  const urlOf = ({ url }: Options) => {
    if (typeof url === 'string') return url
    const kind = url === undefined ? 'Undefined' : url === null ? 'Null' : typeof url
    throw new CallFailure(`parameter error: parameter.url should be String instead of ${kind};`)
  }
  return {
    navigateTo: call('navigateTo', (options) => ({
      eventChannel: stack.navigateTo(urlOf(options), options.events as object | undefined),
    })),
    redirectTo: call('redirectTo', (options) => stack.redirectTo(urlOf(options))),
    reLaunch: call('reLaunch', (options) => stack.reLaunch(urlOf(options))),
    switchTab: call('switchTab', (options) => stack.switchTab(urlOf(options))),
    navigateBack: call('navigateBack', ({ delta }) =>
      stack.navigateBack(typeof delta === 'number' && delta > 0 ? delta : 1),
    ),
  }
}
