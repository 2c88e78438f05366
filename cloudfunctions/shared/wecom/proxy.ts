/** A forward proxy to WeCom: a cloud function has no address of its own that could be trusted. */
export interface ForwardProxy {
  address: URL
  /** `Proxy-Authorization`, when the proxy wants to know who asks. */
  authorization?: string
}

/**
 * Reads `http://[user:password@]host:port`.
 *
 * @throws Error that does not quote the value: it may hold a password
 */
export const readProxy = (proxy: string): ForwardProxy => {
  const address = URL.canParse(proxy) ? new URL(proxy) : undefined
  if (address?.protocol !== 'http:') {
    throw new Error('the proxy must be given as http://host:port')
  }
  const { username, password } = address
  const authorization = username ? basic(username, password) : undefined
  address.username = ''
  address.password = ''
  return { address, ...(authorization && { authorization }) }
}

const basic = (username: string, password: string): string => {
  const credentials = `${decoded(username)}:${decoded(password)}`
  return `Basic ${Buffer.from(credentials).toString('base64')}`
}

// A lone % is taken as it stands.
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
