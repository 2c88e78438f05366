import type { Mac } from '../shared/session/derived-keys'

/** What a `state` of ours says, with the path beside it; whose it is, says the cookie. */
export interface SignInState {
  nonce: string
  /** Where they wanted to go. */
  returnPath: string
  /** How often this sign-in was begun anew. */
  attempt: number
  isExpired: boolean
}

export interface States {
  /** 73 letters and digits; WeCom takes 128. */
  make(nonce: string, attempt: number, returnPath: string): string
  /** Undefined for what we did not make, or not for this path. */
  read(state: string | undefined, returnPath: string | undefined): SignInState | undefined
}

// As long as a person may look at WeCom's consent or scan page.
const lifeSeconds = 600
const leewaySeconds = 30
const shape = /^([\da-f]{8})(\d)([\da-f]{32})([\da-f]{32})$/

/** @param nowSeconds Epoch seconds. */
export const createStates = (mac: Mac, nowSeconds: () => number): States => ({
  make(nonce, attempt, returnPath) {
    const body = nowSeconds().toString(16).padStart(8, '0') + attempt + nonce
    return body + mac.of(body + returnPath)
  },
  read(state = '', returnPath) {
    const [, time = '', attempt = '', nonce = '', signature = ''] = shape.exec(state) ?? []
    if (!nonce || returnPath === undefined) return undefined
    if (!mac.fits(time + attempt + nonce + returnPath, signature)) return undefined
    const age = nowSeconds() - Number.parseInt(time, 16)
    const isExpired = age < -leewaySeconds || age > lifeSeconds
    return { nonce, returnPath, attempt: Number(attempt), isExpired }
  },
})
