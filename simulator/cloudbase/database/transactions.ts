import { randomUUID } from 'node:crypto'
import type { Change, Documents } from './documents'
import { transactionMissing } from './errors'

/** A snapshot to read from, and writes that nobody else sees yet. */
export interface Transaction {
  id: string
  /** The newest version that it sees. */
  snapshot: number
  writes: Map<string, Change>
  /** Settles when it was committed or given up. */
  ended: Promise<void>
}

export interface Transactions {
  start(documents: Documents): Transaction
  /** @throws DatabaseError when it has ended */
  get(id: string): Transaction
  end(documents: Documents, transaction: Transaction, isCommitted: boolean): void
  readonly areOpen: boolean
}

// The real cloud gives up on a transaction that is neither committed nor aborted in 30 s.
const lifeMs = 30_000

export const createTransactions = (): Transactions => {
  const open = new Map<string, { transaction: Transaction; release: () => void }>()

  const transactions: Transactions = {
    get areOpen() {
      return open.size > 0
    },
    start(documents) {
      const id = randomUUID()
      let release = () => {}
      const ended = new Promise<void>((resolve) => (release = resolve))
      const transaction = { id, snapshot: documents.version, writes: new Map(), ended }
      const timer = setTimeout(() => transactions.end(documents, transaction, false), lifeMs)
      timer.unref()
      open.set(id, {
        transaction,
        release: () => {
          clearTimeout(timer)
          release()
        },
      })
      return transaction
    },
    get(id) {
      const found = open.get(id)
      if (!found) throw transactionMissing()
      return found.transaction
    },
    end(documents, transaction, isCommitted) {
      const found = open.get(transaction.id)
      open.delete(transaction.id)
      documents.settle(transaction, isCommitted)
      found?.release()
    },
  }
  return transactions
}
