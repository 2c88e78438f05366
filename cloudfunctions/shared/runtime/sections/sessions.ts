import { readKeyRing, type KeyRing } from '../../session/key-ring'
import type { Settings } from '../settings'

/** For the functions that sign people in. */
export interface SigningSettings {
  ring: KeyRing
  /** Life of a session between two renewals. */
  lifeSeconds: number
  /** After it no renewal helps: WeCom is asked for the person again. */
  longestSeconds: number
}

const minutesOfOneDay = 24 * 60

export const readSigning = (settings: Settings): SigningSettings => ({
  ring: settings.parsed('SESSION_KEYS', readSigningRing),
  lifeSeconds:
    60 *
    settings.integer('SESSION_MINUTES', { minimum: 1, maximum: minutesOfOneDay, otherwise: 30 }),
  longestSeconds:
    3600 * settings.integer('SESSION_HOURS', { minimum: 1, maximum: 24, otherwise: 8 }),
})

/** For the functions that only verify: what they hold can mint nothing. */
export const readVerifying = (settings: Settings): KeyRing =>
  settings.parsed('SESSION_PUBLIC_KEYS', readPublicRing)

const readSigningRing = (json: string): KeyRing => {
  const ring = readKeyRing(json)
  if (!ring.signingAt(Infinity)) throw new Error('has no private key')
  return ring
}

const readPublicRing = (json: string): KeyRing => {
  const ring = readKeyRing(json)
  if (ring.signingAt(Infinity)) throw new Error('holds a private key, which does not belong there')
  return ring
}
