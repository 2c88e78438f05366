import { matchDocuments } from '../match'
import { collectionOf, ejsonOf, transactionOf, type Action } from '../request'

/** database.removeDocument `{ query, multi }`. */
export const removeDocument: Action = (context, request) => {
  const collection = collectionOf(request)
  const transaction = transactionOf(context, request)
  const query = ejsonOf(request, 'query')
  const found = matchDocuments(context.documents, collection, query, transaction)
  const changes = found
    .slice(0, request.multi === true ? undefined : 1)
    .map(({ _id: id }) => ({ collection, id, document: null }))
  context.documents.apply(changes, transaction)
  return { data: { deleted: changes.length } }
}
