import { canonicalEjson, type Document } from './ejson'
import { collectionMissing, transactionConflict } from './errors'
import type { Transaction } from './transactions'

/** A document that a change leaves behind, or null where it takes one away. */
export interface Change {
  collection: string
  id: unknown
  document: Document | null
}

/** A plain write met a document that an open transaction has written: it waits, then tries again. */
export class Blocked extends Error {
  constructor(readonly by: Transaction) {
    super('blocked by a transaction')
  }
}

export interface Documents {
  /** False when it is there already. */
  addCollection(name: string): boolean
  collectionNames(): string[]
  /** What this operation sees; in a transaction the snapshot and its own writes. */
  all(collection: string, transaction?: Transaction): Document[]
  find(collection: string, id: unknown, transaction?: Transaction): Document | undefined
  /**
   * All changes, or none.
   *
   * @throws Blocked outside a transaction; DatabaseError for a conflict within one
   */
  apply(changes: readonly Change[], transaction?: Transaction): void
  /** Makes what a transaction wrote visible, or forgets it, and lets go of its documents. */
  settle(transaction: Transaction, isCommitted: boolean): void
  /** The number of the newest write, which a new transaction takes as its snapshot. */
  readonly version: number
}

interface Version {
  document: Document | null
  version: number
}

export interface DocumentsOptions {
  /** Makes a collection when it is first named, which the real cloud does not. */
  autoCreate: boolean
  /** Whether a transaction is open that might still ask for an older version. */
  hasTransactions(): boolean
  onChange(): void
}

/** Collections of versioned documents; a version lives as long as a snapshot may need it. */
export const createDocuments = ({
  autoCreate,
  hasTransactions,
  onChange,
}: DocumentsOptions): Documents => {
  // Newest version first; by canonical id, because an id may be a string, a number or an ObjectId.
  const collections = new Map<string, Map<string, Version[]>>()
  const locks = new Map<string, Transaction>()
  // Documents that keep more than one version, to be trimmed when the last transaction has ended.
  const trimmable = new Set<string>()
  let version = 0

  const versionsOf = (name: string): Map<string, Version[]> => {
    const found = collections.get(name)
    if (found) return found
    if (!autoCreate) throw collectionMissing(name)
    const created = new Map<string, Version[]>()
    collections.set(name, created)
    return created
  }

  const visible = (versions: readonly Version[], transaction?: Transaction) =>
    (transaction ? versions.find((one) => one.version <= transaction.snapshot) : versions[0])
      ?.document ?? undefined

  const publish = ({ collection, id, document }: Change) => {
    const key = canonicalEjson(id)
    const versions = versionsOf(collection)
    if (hasTransactions()) {
      versions.set(key, [{ document, version }, ...(versions.get(key) ?? [])])
      trimmable.add(keyOf(collection, id))
    } else if (document) versions.set(key, [{ document, version }])
    else versions.delete(key)
  }

  const trim = () => {
    for (const key of trimmable) {
      const [name, id] = JSON.parse(key) as [string, string]
      const [newest] = collections.get(name)?.get(id) ?? []
      if (newest?.document) collections.get(name)?.set(id, [newest])
      else collections.get(name)?.delete(id)
    }
    trimmable.clear()
  }

  return {
    get version() {
      return version
    },
    addCollection(name) {
      if (collections.has(name)) return false
      collections.set(name, new Map())
      onChange()
      return true
    },
    collectionNames: () => [...collections.keys()],
    all(collection, transaction) {
      const found = new Map<string, Document>()
      for (const [key, versions] of versionsOf(collection)) {
        const document = visible(versions, transaction)
        if (document) found.set(key, document)
      }
      for (const change of transaction?.writes.values() ?? []) {
        if (change.collection !== collection) continue
        const key = canonicalEjson(change.id)
        if (change.document) found.set(key, change.document)
        else found.delete(key)
      }
      return [...found.values()]
    },
    find(collection, id, transaction) {
      const versions = versionsOf(collection).get(canonicalEjson(id)) ?? []
      const own = transaction?.writes.get(keyOf(collection, id))
      return own ? (own.document ?? undefined) : visible(versions, transaction)
    },
    apply(changes, transaction) {
      for (const { collection, id } of changes) {
        const owner = locks.get(keyOf(collection, id))
        if (!transaction) {
          if (owner) throw new Blocked(owner)
          continue
        }
        const [newest] = versionsOf(collection).get(canonicalEjson(id)) ?? []
        const isOvertaken = newest !== undefined && newest.version > transaction.snapshot
        if ((owner && owner !== transaction) || isOvertaken) throw transactionConflict()
      }
      if (changes.length === 0) return
      if (transaction) {
        for (const change of changes) {
          const key = keyOf(change.collection, change.id)
          locks.set(key, transaction)
          transaction.writes.set(key, change)
        }
        return
      }
      version += 1
      for (const change of changes) publish(change)
      onChange()
    },
    settle(transaction, isCommitted) {
      for (const [key, owner] of locks) if (owner === transaction) locks.delete(key)
      if (isCommitted && transaction.writes.size > 0) {
        version += 1
        for (const change of transaction.writes.values()) publish(change)
        onChange()
      }
      if (!hasTransactions()) trim()
    },
  }
}

const keyOf = (collection: string, id: unknown): string =>
  JSON.stringify([collection, canonicalEjson(id)])
