import { update, type Modifier } from 'mingo/updater'
import type { Change } from '../documents'
import { canonicalEjson, copyDocument, fillServerDates, type Document } from '../ejson'
import { matchDocuments } from '../match'
import { collectionOf, ejsonOf, transactionOf, type Action } from '../request'

/**
 * database.modifyDocument `{ query, data, multi, merge, upsert }`. With `merge` the data are operators
 * (`$set`, `$inc`, …), without it they are the whole new document. As in MongoDB, `updated` counts the
 * documents that have changed, not those that were found.
 */
export const modifyDocument: Action = (context, request) => {
  const { documents, now } = context
  const collection = collectionOf(request)
  const transaction = transactionOf(context, request)
  const query = ejsonOf(request, 'query')
  const data = fillServerDates(ejsonOf(request, 'data'), now()) as Document
  const found = matchDocuments(documents, collection, query, transaction)

  if (found.length === 0 && request.upsert === true) {
    const id = query._id
    const document = request.merge === true ? changed({ _id: id }, data) : { ...data, _id: id }
    documents.apply([{ collection, id, document }], transaction)
    return { data: { updated: 0, upsert_id: id } }
  }
  const targets = request.multi === true ? found : found.slice(0, 1)
  const changes = targets.flatMap((old): Change[] => {
    const document = request.merge === true ? changed(old, data) : { ...data, _id: old._id }
    const isSame = canonicalEjson(document) === canonicalEjson(old)
    return isSame ? [] : [{ collection, id: old._id, document }]
  })
  documents.apply(changes, transaction)
  return { data: { updated: changes.length, upsert_id: null } }
}

/** A copy of a document after these operators. */
export const changed = (document: Document, operators: Document): Document => {
  const copy = copyDocument(document)
  update(copy, operators as Modifier<Document>, [], {}, { cloneMode: 'deep' })
  return copy
}
