import type * as sdkModule from '@cloudbase/node-sdk'

/** The SDK's module; only its type, so that nothing is loaded before it is needed. */
export type CloudbaseSdk = typeof sdkModule

type Database = ReturnType<ReturnType<CloudbaseSdk['init']>['database']>

export type Collection = ReturnType<Database['collection']>
export type Command = Database['command']

/** The one collection that holds all values; `database-rules.json` closes it to mini programs. */
export const collectionName = 'gongpai_store'

/** One value as it lies in the database. */
export interface StoredDocument {
  /** As the caller knows it; `_id` is made of it. */
  key: string
  json: string
  rev: number
  /** Epoch ms. */
  expiresAt: number
}

/** @param envId The cloud environment; without it the one that the function runs in. */
export const openCollection = (
  sdk: CloudbaseSdk,
  { envId, timeoutMs }: { envId: string | undefined; timeoutMs: number },
): { collection: Collection; command: Command } => {
  const database = sdk.init({ env: envId ?? sdk.SYMBOL_CURRENT_ENV, timeout: timeoutMs }).database()
  return { collection: database.collection(collectionName), command: database.command }
}

/** @returns undefined for what is no document of ours: somebody has changed it in the console */
export const readDocument = (document: unknown): StoredDocument | undefined => {
  if (typeof document !== 'object' || document === null) return undefined
  const { key, json, rev, expiresAt } = document as Record<string, unknown>
  const isOurs =
    typeof key === 'string' &&
    typeof json === 'string' &&
    Number.isSafeInteger(rev) &&
    typeof expiresAt === 'number'
  return isOurs ? { key, json, rev: rev as number, expiresAt } : undefined
}

/** The code of a duplicate key is the one of any failed request; only its text tells. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('E11000')

/**
 * Whether the database said no, as against not being reached: network errors have codes such as
 * ECONNRESET, and `[ResourceUnavailable…]`, SYS_ERR and EXCEED_… pass.
 */
export const isDatabaseRefusal = (error: unknown): boolean => {
  if (!(error instanceof Error) || !('code' in error)) return false
  const { code, message } = error
  if (typeof code === 'number') return code >= 400 && code < 500
  const isPassing =
    /^(E[A-Z]+|ERR_\w+|SYS_ERR|EXCEED_\w+)$/.test(String(code)) ||
    message.includes('[ResourceUnavailable')
  return !isPassing
}
