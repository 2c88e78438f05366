import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'
import { chromiumPath } from '../../scripts/debian'

/** `describe` where there is a Chromium; elsewhere its tests are counted as skipped. */
export const describeInChromium = existsSync(chromiumPath) ? describe : describe.skip

/** Debian's Chromium, headless, without the errands that it runs in the background. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
