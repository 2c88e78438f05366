import { randomBytes } from 'node:crypto'
import { createAudit, type Audit } from '../audit/audit'
import type { Runtime } from '../runtime/serve-function'
import type { Storage } from './storage'

/** For the functions that let people in or shut them out. */
export const openAudit = (
  { config, clock, log }: Runtime<'audit'>,
  { store, keyPrefix }: Storage,
): Audit =>
  createAudit({
    store,
    keyPrefix,
    clock,
    keepDays: config.audit.keepDays,
    random: randomBytes,
    onLost: (kind) => log({ event: 'auditLost', kind }),
  })
