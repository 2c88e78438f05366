import { isDesktop } from '../../choices'
import { ABSENT_IN_WECOM, callsOf } from '../../platform'
import type { PhoneSetup } from '../../setup'
import type { PageStack } from '../page-stack'
import { createIntersectionObserver, type ObserverOptions } from '../intersection-observer'
import type { BeginReport } from '../report'
import { createSelectorQuery, type Caller } from '../selector-query'
import type { Shell } from '../shell'
import { placeOf } from '../stored'
import type { PhoneTheme } from '../theme'
import { canIUseOf, qyCanIUse } from './can-i-use'
import { clipboardCalls } from './clipboard'
import { cloudCalls } from './cloud'
import { interactionCalls } from './interaction'
import { loginCalls, qyCalls } from './login'
import type { Network } from './network'
import { navigationCalls } from './navigation'
import type { Privacy } from './privacy'
import { requestCalls } from './request'
import { storageCalls } from './storage'
import { systemCalls, type LaunchOptions } from './system'

export type Wx = Record<string, unknown>

export interface WxSurroundings {
  setup: PhoneSetup
  darkmode: boolean
  shell: Shell
  stack: PageStack
  begin: BeginReport
  network: Network
  theme: PhoneTheme
  /** Absent in WeCom. */
  privacy: Privacy | undefined
  launch(): LaunchOptions
  refreshBars(): void
  /** wx.onAppShow and its like. */
  appCalls: Record<string, unknown>
}

/**
 * Puts wx together for one host: the calls that platform.ts lists for it, wx.qy in WeCom only, and
 * for everything else the truth, once, in the console.
 */
export function createWx(surroundings: WxSurroundings): Wx {
  const { setup, darkmode, shell, stack, begin, network, theme, privacy } = surroundings
  const { launch, refreshBars, appCalls } = surroundings
  const { host } = setup
  const line = { setup, network }
  const onDesktop = isDesktop(shell.device)
  const top = () => stack.top()?.instance as unknown as Caller | undefined
  const implemented: Wx = {
    ...storageCalls(localStorage, placeOf('storage', setup)),
    ...requestCalls(line, begin),
    ...network.calls,
    ...navigationCalls(stack),
    ...interactionCalls(shell, stack, refreshBars),
    ...clipboardCalls({ dialogs: shell.dialogs, language: setup.language, privacy }),
    ...privacy?.calls,
    ...systemCalls({
      setup,
      device: shell.device,
      theme: () => (darkmode ? theme.current() : undefined),
      launch,
      size: shell.size,
    }),
    ...theme.calls,
    ...loginCalls(line, begin),
    ...appCalls,
    cloud: cloudCalls(line, begin),
    canIUse: canIUseOf(host, onDesktop),
    createSelectorQuery: () => createSelectorQuery(top()),
    createIntersectionObserver: (component?: Caller, options?: ObserverOptions) =>
      createIntersectionObserver(component ?? top(), options),
  }
  const wx: Wx = {}
  for (const name of callsOf(host, onDesktop).keys()) {
    if (!(name in implemented)) throw new Error(`platform.ts lists wx.${name}: nobody made it`)
    wx[name] = implemented[name]
  }
  if (host === 'wecom') wx.qy = qyCalls(line, begin, shell.dialogs, qyCanIUse)
  return truthful(wx, host)
}

/** Whoever touches what is not there learns why, once for each name. */
function truthful(wx: Wx, host: PhoneSetup['host']): Wx {
  const told = new Set<string>()
  return new Proxy(wx, {
    get(target, name, receiver) {
      if (name in target || typeof name === 'symbol')
        return Reflect.get(target, name, receiver) as unknown
      // Looking for wx.qy is how a mini program finds out where it is.
      if (name !== 'qy' && !told.has(name)) {
        told.add(name)
        const absent = host === 'wecom' && ABSENT_IN_WECOM.has(name)
        const onPhonesOnly = callsOf(host).has(name)
        console.warn(
          `[phone] wx.${name} ${
            absent
              ? 'does not exist in WeCom'
              : onPhonesOnly
                ? 'does not exist in WeCom on a desktop'
                : 'is not simulated'
          }`,
        )
      }
      return undefined
    },
  })
}
