import type { Clock } from '../runtime/clock'
import {
  isDatabaseRefusal,
  isDuplicateKey,
  openCollection,
  readDocument,
  type CloudbaseSdk,
  type StoredDocument,
} from './cloudbase-collection'
import { documentId, idRange } from './document-id'
import { createGuard } from './guard'
import { loadOnce } from './load-once'
import { mostKeysAtOnce, type Store } from './store'

export interface CloudbaseStoreOptions {
  /** Loads @cloudbase/node-sdk: a function that finds all it needs in memory never pays for it. */
  loadSdk: () => Promise<CloudbaseSdk>
  clock: Clock
  /** The cloud environment; without it the one that the function runs in. */
  envId?: string
  /** For one operation, in ms. */
  timeoutMs?: number
  /** From 0 to 1, without 1. */
  random?: () => number
}

// Between insert's attempts somebody else must have written and deleted the same key.
const mostAttempts = 4

/**
 * A store in CloudBase's document database. Every write is one conditional update of one document,
 * which is atomic; transactions are not needed. Times to live go by the clocks of the instances.
 */
export const createCloudbaseStore = ({
  loadSdk,
  clock,
  envId,
  timeoutMs = 1000,
  random = Math.random,
}: CloudbaseStoreOptions): Store => {
  const guard = createGuard({ timeoutMs, isRefusal: isDatabaseRefusal })
  const open = loadOnce(async () => openCollection(await loadSdk(), { envId, timeoutMs }))

  const read = async (key: string): Promise<StoredDocument | undefined> => {
    const { collection } = await open()
    const { data } = await collection.doc(documentId(key)).get()
    const [found] = Array.isArray(data) ? (data as unknown[]) : []
    if (found === undefined) return undefined
    const document = readDocument(found)
    if (!document) throw Object.assign(new Error('not our document'), { code: 'FOREIGN_DOCUMENT' })
    return document.expiresAt > clock.now() ? document : undefined
  }
  /** False when there is a document already, live or expired. */
  const add = async (key: string, json: string, expiresAt: number): Promise<boolean> => {
    const { collection } = await open()
    const rev = clock.now() * 1000 + Math.floor(random() * 1000)
    try {
      await collection.add({ _id: documentId(key), key, json, rev, expiresAt })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }
  /** False when there is no such document. */
  const overwrite = async (condition: object, json: string, expiresAt: number) => {
    const { collection, command } = await open()
    const change = { json, rev: command.inc(1), expiresAt }
    const { updated } = await collection.where(condition).update(change)
    return updated === 1
  }

  return {
    get: (key) =>
      guard('get', async () => {
        const document = await read(key)
        return document ? { value: JSON.parse(document.json) as unknown, rev: document.rev } : null
      }),

    insert: (key, value, ttlMs) =>
      guard('insert', async (signal) => {
        const json = JSON.stringify(value)
        const expiresAt = clock.now() + ttlMs
        const { command } = await open()
        for (let attempt = 0; attempt < mostAttempts; attempt++) {
          signal.throwIfAborted()
          if (await add(key, json, expiresAt)) return true
          signal.throwIfAborted()
          const isExpired = { _id: documentId(key), expiresAt: command.lte(clock.now()) }
          if (await overwrite(isExpired, json, expiresAt)) return true
          if (await read(key)) return false
        }
        return false
      }),

    cas: (key, rev, value, ttlMs) =>
      guard('cas', async () => {
        const { command } = await open()
        const isSame = { _id: documentId(key), rev, expiresAt: command.gt(clock.now()) }
        return overwrite(isSame, JSON.stringify(value), clock.now() + ttlMs)
      }),

    put: (key, value, ttlMs) =>
      guard('put', async (signal) => {
        const json = JSON.stringify(value)
        const expiresAt = clock.now() + ttlMs
        for (let attempt = 0; attempt < mostAttempts; attempt++) {
          signal.throwIfAborted()
          if (await overwrite({ _id: documentId(key) }, json, expiresAt)) return
          signal.throwIfAborted()
          if (await add(key, json, expiresAt)) return
        }
        throw new Error('others write and delete this key all the time')
      }),

    del: (key) =>
      guard('del', async () => {
        const { collection } = await open()
        await collection.doc(documentId(key)).remove()
      }),

    scan: (prefix, limit, after) =>
      guard('scan', async () => {
        const { collection, command } = await open()
        const { from, to } = idRange(prefix)
        const begin = after === undefined ? command.gte(from) : command.gt(documentId(after))
        const isInside = begin.and(command.gte(from)).and(command.lt(to))
        const { data } = await collection
          .where({ _id: isInside, expiresAt: command.gt(clock.now()) })
          .orderBy('_id', 'asc')
          .limit(Math.min(limit, mostKeysAtOnce))
          .field({ key: true })
          .get()
        const keys = (data as { key?: unknown }[]).map(({ key }) => String(key))
        return keys.filter((key) => key.startsWith(prefix))
      }),

    removeExpired: () =>
      guard('removeExpired', async () => {
        const { collection, command } = await open()
        const isExpired = { expiresAt: command.lte(clock.now()) }
        const { deleted } = await collection.where(isExpired).remove()
        return deleted ?? 0
      }),
  }
}
