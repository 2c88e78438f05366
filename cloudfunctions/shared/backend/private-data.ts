import { createRateLimit, type RateLimit } from '../limits/rate-limit'
import { createKeptSessionKeys, type KeptSessionKeys } from '../private-data/kept-session-keys'
import type { Runtime } from '../runtime/serve-function'
import { createSeal } from '../store/seal'
import type { Storage } from './storage'

/** What opens what WeCom encrypts for this mini program. */
export interface PrivateData {
  /** The watermark has to name it. */
  miniprogramAppId: string
  /** Older data is refused, in ms. */
  oldestMs: number
  sessionKeys: KeptSessionKeys
  limit: RateLimit
}

// As long as a code lives: the phone sends at once what it was given.
const oldestMs = 5 * 60_000
// Enough for a person, and far too few to learn anything from refusals.
const perMinute = { most: 10, periodMs: 60_000 }

/** Undefined without MINIPROGRAM_APP_ID: then no session_key is kept at all. */
export const openPrivateData = (
  { config, clock }: Runtime<'seal' | 'signing' | 'miniprogram'>,
  { store, keyPrefix }: Storage,
): PrivateData | undefined => {
  const { appId } = config.miniprogram
  if (appId === undefined) return undefined
  return {
    miniprogramAppId: appId,
    oldestMs,
    sessionKeys: createKeptSessionKeys({
      store,
      seal: createSeal(config.seal, clock),
      keyPrefix,
      longestSessionMs: config.signing.longestSeconds * 1000,
    }),
    limit: createRateLimit({ store, keyPrefix: `${keyPrefix}:unseal`, clock, ...perMinute }),
  }
}
