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

/**
 * The path that a callback claims; undefined for what we would not have written. Whether we wrote this
 * one, says the state.
 */
export const returnPathIn = (query: ReadonlyMap<string, string>): string | undefined => {
  const to = query.get('to')
  if (to === undefined) return homePath
  const path = Buffer.from(to, 'base64url').toString('utf8')
  return safeReturnPath(path) === path ? path : undefined
}
