/** Where a visitor goes back to, with what is added to it. */
export interface RedirectUri {
  /** Host and port, as trusted domains are written. */
  domain: string
  /** The address with these parameters, in this order; a fragment of its own stays last. */
  with(parameters: Record<string, string | undefined>): string
}

/** undefined for what is no complete http or https address. */
export const readRedirectUri = (given: string | null): RedirectUri | undefined => {
  const url = parsed(given ?? '')
  if (!given || !url || !/^https?:$/.test(url.protocol)) return undefined
  return {
    domain: url.host,
    with: (parameters) => {
      const added = Object.entries(parameters)
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
      // By hand: searchParams would spell anew what the page's own query says.
      const [address = '', fragment] = split(url.href, '#')
      const joint = !address.includes('?') ? '?' : /[?&]$/.test(address) ? '' : '&'
      const back = added.length > 0 ? address + joint + added.join('&') : address
      return fragment === undefined ? back : `${back}#${fragment}`
    },
  }
}

const parsed = (address: string): URL | undefined =>
  URL.canParse(address) ? new URL(address) : undefined

const split = (text: string, at: string): [string, string?] => {
  const index = text.indexOf(at)
  return index < 0 ? [text] : [text.slice(0, index), text.slice(index + 1)]
}
