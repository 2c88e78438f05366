import type { Documents } from './documents'
import { readEjson, type Document } from './ejson'
import { invalidRequest } from './errors'
import type { Transaction, Transactions } from './transactions'

/** The JSON that the SDKs post; what an action needs of it is checked when it is read. */
export type AdminRequest = Readonly<Record<string, unknown>>

/** What an action works on. */
export interface ActionContext {
  documents: Documents
  transactions: Transactions
  /** Epoch ms. */
  now: () => number
}

/** One `database.*` action: gives what is answered beside the request id. */
export type Action = (context: ActionContext, request: AdminRequest) => object

export const collectionOf = ({ collectionName }: AdminRequest): string => {
  if (typeof collectionName !== 'string' || collectionName === '') {
    throw invalidRequest('collectionName')
  }
  return collectionName
}

/** The EJSON text under `name`, read; nothing there is an empty object. */
export const ejsonOf = (request: AdminRequest, name: string): Document => {
  const text = request[name]
  if (text !== undefined && typeof text !== 'string') throw invalidRequest(name)
  try {
    return readEjson(text)
  } catch {
    throw invalidRequest(name)
  }
}

/** The transaction that the request belongs to, if it says so. */
export const transactionOf = (
  { transactions }: ActionContext,
  { transactionId }: AdminRequest,
): Transaction | undefined =>
  typeof transactionId === 'string' && transactionId !== ''
    ? transactions.get(transactionId)
    : undefined

/** A whole number from 0, or what counts when there is none. */
export const countOf = (request: AdminRequest, name: string, otherwise: number): number => {
  const value = request[name] ?? otherwise
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw invalidRequest(name)
  return value as number
}
