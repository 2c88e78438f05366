import { DatabaseError } from '../errors'
import { collectionOf, type Action } from '../request'

/** database.addCollection: `db.createCollection(name)`. */
export const addCollection: Action = ({ documents }, request) => {
  const name = collectionOf(request)
  if (!documents.addCollection(name)) {
    throw new DatabaseError(
      'DATABASE_REQUEST_FAILED',
      `[FailedOperation.CreateTable] Table exist: ${name}`,
    )
  }
  return {}
}
