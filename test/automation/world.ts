/**
 * Where the journeys are walked: in the preview, or in a WeChat DevTools that AUTOMATOR_WS names. The
 * WeCom and the functions behind it are the same.
 */
import automator from 'miniprogram-automator'
import type { Browser } from 'playwright-core'
import type { Stack } from '../../scripts/stack'
import type { Simulator } from '../../simulator/wecom/wecom'
import { openPhone } from '../simulator/phone/browser'
import { describeInChromium, launchChromium } from '../support/chromium'
import { createMovedClock } from '../support/moved-clock'
import { startTestStack } from '../support/stack'
import type { Client, Launch, Need } from './client'

const devtools = process.env.AUTOMATOR_WS
const devtoolsHost = process.env.AUTOMATOR_HOST === 'wecom' ? 'wecom' : 'wechat'

export interface World {
  simulator: Simulator
  /** Moves the time of WeCom and of the functions, and leaves the phone's. */
  advance(minutes: number): void
  /** A phone that nobody has used yet. */
  client(): Promise<Client>
  close(): Promise<void>
}

/** Why a client lacks what a journey needs; the preview has everything. */
const missing: Partial<Record<Need, string>> =
  devtools === undefined
    ? {}
    : {
        launch: 'DevTools cannot start it anew for us',
        person: 'DevTools signs in as one person',
        [devtoolsHost === 'wecom' ? 'wechat' : 'wecom']: `DevTools is in its ${devtoolsHost} mode`,
      }

export const describeJourneys = devtools === undefined ? describeInChromium : describe

/** A test where the client has what it needs; elsewhere it is skipped, and its title says why. */
export const journey = (title: string, needs: Need[], walk: () => Promise<void>): void => {
  const reasons = needs.flatMap((need) => missing[need] ?? [])
  if (reasons.length === 0) test(title, walk)
  else test.skip(`${title} (${reasons.join('; ')})`, walk)
}

/** In DevTools the mini program calls the port of the develop version, with codes of DevTools' own. */
const DEVTOOLS_STACK = { port: 8787, acceptAnyCodeAs: 'zhangsan' }

export const startWorld = async (): Promise<World> => {
  const clock = createMovedClock()
  const stack = await startTestStack({
    environment: clock.variables,
    ...(devtools === undefined ? { automation: { port: 0 } } : DEVTOOLS_STACK),
  })
  const simulator = stack.simulator as Simulator
  const browser = devtools === undefined ? await launchChromium() : undefined
  return {
    simulator,
    advance(minutes) {
      clock.advance(minutes * 60_000)
      simulator.clock.advance(minutes * 60)
    },
    client: () => (browser ? preview(browser, stack) : openDevtools(String(devtools))),
    async close() {
      await browser?.close()
      await stack.close()
      clock.remove()
    },
  }
}

const preview = async (browser: Browser, { url, wsEndpoint = '' }: Stack): Promise<Client> => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const open = ({ as = 'zhangsan', ...more }: Launch = {}) =>
    openPhone(page, `${url}/phone?${new URLSearchParams({ as, ...more })}`)
  // The client asks for the version as it connects, and somebody has to answer.
  await open({ net: 'offline' })
  await page.evaluate(() => localStorage.clear())
  const mini = await automator.connect({ wsEndpoint })
  return {
    mini,
    launch: open,
    async silence() {
      await context.route(/\/api\/|\/_sim\//, () => undefined)
    },
    async leave() {
      mini.disconnect()
      await context.close()
    },
  }
}

/** The window of DevTools stays as it is: the mini program that is open there asks again who it is. */
const openDevtools = async (wsEndpoint: string): Promise<Client> => {
  const mini = await automator.connect({ wsEndpoint })
  return {
    mini,
    async launch() {
      await mini.callWxMethod('clearStorageSync')
      const page = await mini.reLaunch('/pages/badge/badge')
      await page?.callMethod('onRefresh')
    },
    silence: () => Promise.reject(new Error('DevTools cannot be silenced')),
    leave: async () => mini.disconnect(),
  }
}
