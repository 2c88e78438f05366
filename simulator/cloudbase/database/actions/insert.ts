import { randomBytes } from 'node:crypto'
import type { Change } from '../documents'
import { fillServerDates, readEjson, type Document } from '../ejson'
import { duplicateKey, invalidRequest } from '../errors'
import { collectionOf, transactionOf, type Action } from '../request'

/** database.insertDocument `{ data: [ejson] }`: an id that is taken refuses all of them. */
export const insertDocument: Action = (context, request) => {
  const { documents, now } = context
  const { data } = request
  if (!Array.isArray(data) || !data.every((one) => typeof one === 'string')) {
    throw invalidRequest('data')
  }
  const collection = collectionOf(request)
  const transaction = transactionOf(context, request)
  const changes = data.map((text): Change => {
    const { _id: id = createId(), ...rest } = fillServerDates(readEjson(text), now()) as Document
    if (documents.find(collection, id, transaction)) throw duplicateKey(collection, id)
    return { collection, id, document: { _id: id, ...rest } }
  })
  documents.apply(changes, transaction)
  return { data: { insertedIds: changes.map(({ id }) => id) } }
}

// The cloud's own ids are 32 hex digits.
const createId = () => randomBytes(16).toString('hex')
