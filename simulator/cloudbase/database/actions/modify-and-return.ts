import { fillServerDates, writeEjson, type Document } from '../ejson'
import { matchDocuments } from '../match'
import { collectionOf, ejsonOf, transactionOf, type Action } from '../request'
import { changed } from './modify'

/** database.modifyAndReturnDoc: changes one document and gives it as it is afterwards. */
export const modifyAndReturn: Action = (context, request) => {
  const { documents, now } = context
  const collection = collectionOf(request)
  const transaction = transactionOf(context, request)
  const query = ejsonOf(request, 'query')
  const [old] = matchDocuments(documents, collection, query, transaction)
  if (!old) return { data: { updated: 0, doc: null } }
  const operators = fillServerDates(ejsonOf(request, 'data'), now()) as Document
  const document = changed(old, operators)
  documents.apply([{ collection, id: old._id, document }], transaction)
  return { data: { updated: 1, doc: writeEjson(document) } }
}
