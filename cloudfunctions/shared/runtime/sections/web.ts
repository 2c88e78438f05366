import type { Settings } from '../settings'

/** Where the web pages are, and where they send a visitor to be known. */
export interface WebSettings {
  /** The only origin that links and redirects are built from; no header of a request counts. */
  publicBaseUrl: string
  authorizeBase: string
  loginBase: string
}

export const readWeb = (settings: Settings): WebSettings => ({
  publicBaseUrl: settings.parsed('PUBLIC_BASE_URL', readPublicBase),
  authorizeBase: settings.origin('WECOM_AUTHORIZE_BASE', 'https://open.weixin.qq.com'),
  loginBase: settings.origin('WECOM_LOGIN_BASE', 'https://login.work.weixin.qq.com'),
})

// A browser keeps the cookie for https alone, and for this machine.
const isLocal = ({ hostname }: URL) => hostname === '127.0.0.1' || hostname === 'localhost'

const readPublicBase = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPublic = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal(url))
  if (!url || !isPublic || url.pathname !== '/' || url.search || url.username) {
    throw new Error('is not of the form https://host')
  }
  return url.origin
}
