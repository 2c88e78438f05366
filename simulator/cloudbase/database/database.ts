import { randomUUID } from 'node:crypto'
import { actions } from './actions/actions'
import { Blocked, createDocuments } from './documents'
import { DatabaseError, invalidRequest } from './errors'
import { createPersistence, type Contents, type Persistence } from './persistence'
import type { AdminRequest } from './request'
import { createTransactions } from './transactions'

export interface DatabaseOptions {
  /** Keeps the documents in this file; without it they live as long as the process. */
  file?: string
  /** The collections that the set-up has made. */
  collections?: readonly string[]
  /** Makes a collection when it is first named; the real cloud refuses that. */
  autoCreate?: boolean
  /** Epoch ms: what `db.serverDate()` becomes. */
  now?: () => number
}

export interface Database {
  /** Answers one request of the SDKs, a refusal as `{ code, message }`. */
  perform(request: AdminRequest): Promise<{ requestId: string } & Record<string, unknown>>
  /** Writes what is still to be written. */
  close(): void
}

/**
 * CloudBase's document database, as far as the SDKs can tell: single documents are atomic,
 * transactions read a snapshot, and of two that write the same document the second is refused.
 *
 * @throws Error when the file is damaged
 */
export const createDatabase = ({
  file,
  collections = [],
  autoCreate = false,
  now = Date.now,
}: DatabaseOptions = {}): Database => {
  let persistence: Persistence | undefined
  const transactions = createTransactions()
  const documents = createDocuments({
    autoCreate,
    hasTransactions: () => transactions.areOpen,
    onChange: () => persistence?.schedule(),
  })
  const contents = (): Contents =>
    Object.fromEntries(documents.collectionNames().map((name) => [name, documents.all(name)]))

  for (const name of collections) documents.addCollection(name)
  if (file !== undefined) {
    const opened = createPersistence(file, contents)
    for (const [name, list] of Object.entries(opened.load() ?? {})) {
      documents.addCollection(name)
      documents.apply(list.map((document) => ({ collection: name, id: document._id, document })))
    }
    persistence = opened
  }

  const run = async (request: AdminRequest): Promise<object> => {
    const action = actions.get(String(request.action))
    if (!action) throw invalidRequest(`action ${String(request.action)}`)
    for (;;) {
      try {
        return action({ documents, transactions, now }, request)
      } catch (error) {
        if (!(error instanceof Blocked)) throw error
        await error.by.ended
      }
    }
  }

  return {
    async perform(request) {
      const requestId = randomUUID()
      try {
        return { requestId, ...(await run(request)) }
      } catch (error) {
        const isConflict =
          error instanceof DatabaseError && error.code === 'DATABASE_TRANSACTION_CONFLICT'
        // MongoDB aborts it, and the SDKs rely on that: they start another and never end this one.
        if (isConflict) {
          transactions.end(documents, transactions.get(String(request.transactionId)), false)
        }
        const code = error instanceof DatabaseError ? error.code : 'DATABASE_REQUEST_FAILED'
        return { requestId, code, message: error instanceof Error ? error.message : '' }
      }
    },
    close: () => persistence?.flush(),
  }
}
