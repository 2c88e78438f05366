/** Where a visitor goes who asked for nothing, or for something that is no path of ours. */
export const homePath = '/web/'

const mostCharacters = 512
// What stands in a path and a query of ours, spelled without any of the tricks that an address allows.
const plainPath = /^\/(?!\/)[\w\-.~/%+,:@]*$/
const plainQuery = /^[\w\-.~/?&=%+,:@]*$/
// Half an escape, or an escaped control character; in a path also a dot, a slash, a backslash, a percent.
const trickyInQuery = /%(?![\da-f]{2})|%(?:[01][\da-f]|7f)/i
const trickyInPath = /\/\/|%(?:2e|2f|5c|25)|(?:^|\/)\.{1,2}(?:\/|$)/i
// Coming back to these would sign in, or out, once more.
const ownMachinery = /^\/web\/(?:signin|callback|signout|signed-out|consent)(?![\w-])/i

/**
 * A path of this very site with its query, as it was given, or the home page. It is decided on
 * characters and then confirmed by the URL parser: browsers and servers read odd addresses in
 * different ways.
 */
export const safeReturnPath = (given: string | undefined): string =>
  given !== undefined && isSafe(given) ? given : homePath

const isSafe = (given: string): boolean => {
  const at = given.indexOf('?')
  const path = at < 0 ? given : given.slice(0, at)
  const query = at < 0 ? '' : given.slice(at + 1)
  if (given.length > mostCharacters || !plainPath.test(path) || !plainQuery.test(query))
    return false
  if (trickyInQuery.test(given) || trickyInPath.test(path) || ownMachinery.test(path)) return false
  const elsewhere = 'https://site.invalid'
  const url = new URL(given, elsewhere)
  return url.origin === elsewhere && url.pathname + url.search === given
}
