import { ObjectId } from 'bson'
import { Query } from 'mingo'
import type { Documents } from './documents'
import type { Document } from './ejson'
import type { Transaction } from './transactions'

/** The documents that a query finds, in no promised order. */
export const matchDocuments = (
  documents: Documents,
  collection: string,
  query: Document,
  transaction?: Transaction,
): Document[] => {
  const ids = idsOf(query._id)
  const candidates = ids
    ? ids
        .map((id) => documents.find(collection, id, transaction))
        .filter((one) => one !== undefined)
    : documents.all(collection, transaction)
  if (ids && Object.keys(query).length === 1) return candidates
  const compiled = new Query(query)
  return candidates.filter((document) => compiled.test(document))
}

/** The ids that a condition on `_id` names, so that nobody has to look at every document. */
const idsOf = (condition: unknown): unknown[] | undefined => {
  if (isId(condition)) return [condition]
  if (typeof condition !== 'object' || condition === null) return undefined
  const [operator, ...further] = Object.entries(condition)
  if (!operator || further.length > 0) return undefined
  const [name, operand] = operator
  if (name === '$eq' && isId(operand)) return [operand]
  if (name === '$in' && Array.isArray(operand) && operand.every(isId)) return [...new Set(operand)]
  return undefined
}

const isId = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || value instanceof ObjectId
