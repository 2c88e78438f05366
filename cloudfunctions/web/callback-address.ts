import { homePath, safeReturnPath } from './safe-return-path'

/**
 * Where a visitor comes back to from WeCom, with the path that they wanted: the cookie could not keep it,
 * because of two tabs that depart at once one loses what was written there. In base64url, which nobody on
 * the way spells anew, and under the MAC of the `state` beside it.
 */
export const callbackAddress = (returnPath: string): string => {
  const to = Buffer.from(returnPath).toString('base64url')
  return returnPath === homePath ? '/web/callback' : `/web/callback?to=${to}`
}

/** The path that a callback claims: whether we wrote it, says the state. */
export const returnPathIn = (query: ReadonlyMap<string, string>): string => {
  const to = query.get('to')
  return to === undefined ? homePath : safeReturnPath(Buffer.from(to, 'base64url').toString('utf8'))
}
