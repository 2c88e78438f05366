import { createEmployeeReader } from '../employees/employee-reader'
import type { Runtime } from '../runtime/serve-function'
import { createSessionGate, type SessionGate } from '../session/session-gate'
import { createSessionTokens } from '../session/session-token'
import type { Storage } from './storage'

/** Knows callers with public keys and the store, for functions that can mint nothing. */
export const openGate = (
  { config, clock }: Runtime<'app' | 'verifying'>,
  { store, keyPrefix }: Storage,
): SessionGate => {
  const tokens = createSessionTokens({ ring: config.verifying, ...config.app, clock })
  return createSessionGate(tokens, createEmployeeReader({ store, keyPrefix, clock }))
}
