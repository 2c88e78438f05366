import { mostKeysAtOnce, type Store } from '../store/store'
import {
  auditKeyFrom,
  auditKeyPrefix,
  type AuditEntry,
  type AuditKind,
  type AuditRecord,
} from './audit-record'

export interface AuditQuery {
  store: Pick<Store, 'scan' | 'get'>
  /** Corp and app. */
  keyPrefix: string
  /** Epoch ms. */
  since: number
  /** Only what concerns this person; spelled in any case, as WeCom reads it. */
  userId?: string
}

// So many are read at once, for a store that is a network away.
const atOnce = 50

/**
 * Reads what the audit holds, the oldest first, as long as its reader goes on.
 *
 * @throws StoreError
 */
export async function* readAudit({
  store,
  keyPrefix,
  since,
  userId,
}: AuditQuery): AsyncGenerator<AuditRecord> {
  const wanted = userId?.toLowerCase()
  let after = auditKeyFrom(keyPrefix, since)
  for (;;) {
    const keys = await store.scan(auditKeyPrefix(keyPrefix), mostKeysAtOnce, after)
    const last = keys.at(-1)
    if (last === undefined) return
    after = last
    for (let at = 0; at < keys.length; at += atOnce) {
      const some = keys.slice(at, at + atOnce).map((key) => store.get(key))
      for (const stored of await Promise.all(some)) {
        const record = readRecord(stored?.value)
        if (record && (wanted === undefined || record.userId?.toLowerCase() === wanted))
          yield record
      }
    }
  }
}

const kinds: Record<AuditKind, true> = {
  signIn: true,
  signInRefused: true,
  signedOut: true,
  revoked: true,
  restored: true,
}

/** Undefined for what has expired meanwhile, and for what is no record of ours. */
const readRecord = (value: unknown): AuditRecord | undefined => {
  if (typeof value !== 'object' || value === null) return undefined
  const { kind, at } = value as Partial<AuditEntry> & { at?: unknown }
  const isOurs = typeof at === 'number' && kind !== undefined && Object.hasOwn(kinds, kind)
  return isOurs ? (value as AuditRecord) : undefined
}
