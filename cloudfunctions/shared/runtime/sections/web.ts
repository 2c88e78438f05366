import type { Settings } from '../settings'

/** Where the web pages are, and where they send a visitor to be known. */
export interface WebSettings {
  /** The only origin that links and redirects are built from; no header of a request counts. */
  publicBaseUrl: string
  authorizeBase: string
  loginBase: string
  /** Which getuserinfo exchanges the codes of visitors: `user` is the old one, of private WeComs. */
  getuserinfo: 'auth' | 'user'
  domainProof: DomainProof | undefined
}

/** The file that the admin console gives for the ownership of a trusted domain (申请校验域名). */
export interface DomainProof {
  fileName: string
  content: string
}

export const readWeb = (settings: Settings): WebSettings => ({
  publicBaseUrl: settings.parsed('PUBLIC_BASE_URL', readPublicBase),
  authorizeBase: settings.origin('WECOM_AUTHORIZE_BASE', 'https://open.weixin.qq.com'),
  loginBase: settings.origin('WECOM_LOGIN_BASE', 'https://login.work.weixin.qq.com'),
  getuserinfo: settings.oneOf('WECOM_GETUSERINFO', ['auth', 'user'], 'auth'),
  domainProof: settings.parsed('DOMAIN_VERIFY', readDomainProof, ''),
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

// It is served to everybody, at the root of the site: nothing but such a file may be named.
const domainProofShape = /^(WW_verify_[A-Za-z0-9]{1,64}\.txt):([A-Za-z0-9]{1,64})$/

const readDomainProof = (text: string): DomainProof | undefined => {
  if (text === '') return undefined
  const [, fileName, content] = domainProofShape.exec(text) ?? []
  if (!fileName || !content) throw new Error('is not of the form WW_verify_….txt:content')
  return { fileName, content }
}
