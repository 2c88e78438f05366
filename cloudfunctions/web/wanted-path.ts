import { returnPathIn } from './callback-address'
import type { WebRequest } from './route'
import { homePath, safeReturnPath } from './safe-return-path'

type Address = Pick<WebRequest, 'path' | 'query'>

/** Path and query of a request. */
export const addressOf = ({ path, query }: Address): string =>
  query.size === 0 ? path : `${path}?${new URLSearchParams([...query])}`

/** What a visitor was on the way to, wherever on that way they are: where "try again" leads. */
export const wantedPath = (request: Address): string => {
  const { path, query } = request
  if (path === '/web/signin') return safeReturnPath(query.get('to'))
  if (path === '/web/callback') return returnPathIn(query) ?? homePath
  return safeReturnPath(addressOf(request))
}
