/** A page's address: its path, and its query as the mini program gets it. */
export interface Route {
  path: string
  query: Record<string, string>
  /** The query as written, without "?". */
  search: string
}

/**
 * Reads `/pages/a/a?x=1`, or a path relative to the page `from`. Values stay encoded: WeChat hands
 * them to onLoad as they were written.
 */
export function readRoute(url: string, from = ''): Route {
  const [written = '', search = ''] = url.split(/\?(.*)/s)
  const query: Record<string, string> = {}
  for (const pair of search.split('&').filter((part) => part !== '')) {
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    query[name] = value
  }
  return { path: resolvePath(written, from), query, search }
}

function resolvePath(written: string, from: string): string {
  const parts = written.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const part of written.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
