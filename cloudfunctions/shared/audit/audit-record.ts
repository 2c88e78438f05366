import type { ErrorCode } from '../../../typings/api'
import type { RevocationReason } from '../employees/employee-record'
import type { Door } from '../session/session-token'
import type { ClientKind } from './client-kind'

/**
 * 审计: what is told of who came in and who was shut out. The union is closed, and no field takes a
 * name, a number, a token or the text of anything that was sent to us.
 */
export type AuditEntry =
  | { kind: 'signIn'; userId: string; via: Door; client: ClientKind; deviceId?: string }
  /** `userId` when WeCom named somebody of ours. */
  | {
      kind: 'signInRefused'
      userId?: string
      via: Door
      client: ClientKind
      reason: ErrorCode
      deviceId?: string
    }
  | { kind: 'signedOut'; userId: string; via: Door; extent: 'oneSession' | 'allSessions' }
  | { kind: 'revoked'; userId: string; by: NoticedBy; reason: RevocationReason }
  /** May sign in again; this gives back no session. */
  | { kind: 'restored'; userId: string; by: NoticedBy }

export type AuditKind = AuditEntry['kind']

/** What told us: a sign-in or a renewal, an event of the app, one of contact sync, the timer, a person. */
export type NoticedBy = 'signIn' | 'event' | 'contactEvent' | 'patrol' | 'administrator'

/** An entry as it lies in the store. */
export type AuditRecord = AuditEntry & {
  /** Epoch ms. */
  at: number
}

/**
 * Begins the key of every record made at that time or later. The time stands in it as text that sorts
 * by time, so that a reader begins where it wants to.
 *
 * @param at Epoch ms.
 */
export const auditKeyFrom = (keyPrefix: string, at: number): string =>
  `${auditKeyPrefix(keyPrefix)}${new Date(at).toISOString()}`

/** Begins the keys of all records. */
export const auditKeyPrefix = (keyPrefix: string): string => `${keyPrefix}:audit:`
