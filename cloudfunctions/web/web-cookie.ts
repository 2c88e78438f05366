import type { Seal } from '../shared/store/seal'
import type { Language } from './language'

/** What our one cookie holds: one is as many as a response of CloudBase's HTTP access can set. */
export interface CookieContent {
  /** The token of a session. */
  session?: string
  /** What the visitor chose on one of our pages. */
  language?: Language
  /** The newest last. */
  pending: readonly PendingSignIn[]
}

/** A visitor whom we sent to WeCom, in one tab. */
export interface PendingSignIn {
  /** Stands in the `state` that went with them. */
  nonce: string
  /** `consent`: somebody known, to be asked for their private fields. */
  purpose: 'signIn' | 'consent'
  /** They came back: a callback that is opened again has nothing left to do. */
  isDone?: true
}

export interface WebCookie {
  /** @param header The Cookie header of a request. */
  read(header: string | undefined): CookieContent
  /** The Set-Cookie header. With nothing to hold, it deletes the cookie. */
  write(content: CookieContent): string
}

// The prefix binds it to this very host, over https: no other site of the domain can set it.
// https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
const cookieName = '__Host-gongpai'
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax'
const mostPending = 4
const mostBytes = 2048
const languageKeptSeconds = 30 * 24 * 60 * 60
const empty: CookieContent = { pending: [] }

/** @param longestSeconds As long as a session can last at all. A language that was chosen is kept for longer. */
export const createWebCookie = (seal: Seal, longestSeconds: number): WebCookie => ({
  read(header) {
    const values = (header ?? '')
      .split(/; ?/)
      .filter((pair) => pair.startsWith(`${cookieName}=`))
      .map((pair) => pair.slice(cookieName.length + 1))
    const [sealed] = values
    // Two of one name: somebody has put one there.
    if (sealed === undefined || values.length > 1 || sealed.length > 2 * mostBytes) return empty
    const text = seal.open(sealed, cookieName)
    // What opens was written below.
    return text === undefined ? empty : (JSON.parse(text) as CookieContent)
  },
  write({ session, language, pending }) {
    if (session === undefined && language === undefined && pending.length === 0)
      return `${cookieName}=; Max-Age=0; ${attributes}`
    const maxAgeSeconds = language ? Math.max(longestSeconds, languageKeptSeconds) : longestSeconds
    for (let kept = pending.slice(-mostPending); ; kept = kept.slice(1)) {
      const content: CookieContent = {
        ...(session && { session }),
        ...(language && { language }),
        pending: kept,
      }
      const sealed = seal.seal(JSON.stringify(content), cookieName)
      const header = `${cookieName}=${sealed}; Max-Age=${maxAgeSeconds}; ${attributes}`
      if (header.length <= mostBytes || kept.length === 0) return header
    }
  },
})
