import type { Browser, Page } from 'playwright-core'
import automator from 'miniprogram-automator'
import { createPhone, type PhoneOptions } from '../../../../simulator/phone'
import { openPhone, openWatched, type Watched } from '../browser'
import { FIXTURE } from '../temporary-app'

type Automator = typeof automator
export type MiniProgram = Awaited<ReturnType<Automator['connect']>>
export type AutomatorPage = NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>
export type AutomatorElement = NonNullable<Awaited<ReturnType<AutomatorPage['$']>>>

export interface DrivenPhone {
  url: string
  wsEndpoint: string
  /** Opens the fixture in Chromium, in a window of its own. */
  open(path?: string): Promise<Watched>
  /** Connects the client that Tencent publishes. */
  connect(): Promise<MiniProgram>
  close(): Promise<void>
}

/** Serves the fixture with an endpoint for automation; its camera is the window opened last. */
export async function serveDrivenPhone(
  browser: Browser | undefined,
  { patienceMs = 5000, ...options }: Partial<PhoneOptions> & { patienceMs?: number } = {},
): Promise<DrivenPhone> {
  let shown: Page | undefined
  const phone = createPhone({
    root: FIXTURE,
    appId: 'wx0123456789abcdef',
    automation: {
      port: 0,
      patienceMs,
      screenshot: async () => {
        if (shown === undefined) throw new Error('no window is open')
        return shown.screenshot()
      },
    },
    ...options,
  })
  const { url } = await phone.listen()
  const wsEndpoint = (await phone.automation())?.wsEndpoint ?? ''
  return {
    url,
    wsEndpoint,
    async open(path = '') {
      if (browser === undefined) throw new Error('no browser was launched')
      const watched = await openWatched(browser)
      shown = watched.page
      await openPhone(shown, `${url}/phone?page=${path}`)
      return watched
    },
    connect: () => automator.connect({ wsEndpoint }),
    close: () => phone.close(),
  }
}
