import { matchDocuments } from '../match'
import { collectionOf, ejsonOf, type Action } from '../request'

/** database.calculateDocument `{ query }`: how many there are. */
export const countDocuments: Action = ({ documents }, request) => {
  const found = matchDocuments(documents, collectionOf(request), ejsonOf(request, 'query'))
  return { data: { total: found.length } }
}
