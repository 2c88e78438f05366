import { Query } from 'mingo'
import { writeEjson } from '../ejson'
import { matchDocuments } from '../match'
import { collectionOf, countOf, ejsonOf, transactionOf, type Action } from '../request'

const usualLimit = 100
// https://docs.cloudbase.net/database/crud: one call gives at most 1 000 documents.
const highestLimit = 1000

/** database.getDocument `{ query, order, offset, limit, projection }`. */
export const getDocument: Action = (context, request) => {
  const offset = countOf(request, 'offset', 0)
  const limit = Math.min(countOf(request, 'limit', usualLimit), highestLimit)
  const found = matchDocuments(
    context.documents,
    collectionOf(request),
    ejsonOf(request, 'query'),
    transactionOf(context, request),
  )
  const list = new Query({})
    .find(found, ejsonOf(request, 'projection'))
    .sort(request.order ? (ejsonOf(request, 'order') as Record<string, 1 | -1>) : { $natural: 1 })
    .skip(offset)
    .limit(limit)
    .all()
  return { data: { list: list.map(writeEjson) }, limit, offset }
}
