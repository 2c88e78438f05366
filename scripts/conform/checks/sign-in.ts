import type { Check } from '../check'
import { withToken } from '../given'

/** Codes of mini program and web page, all of them invented: a real one takes a person and a phone. */
export const signInChecks: readonly Check[] = [
  {
    holds: 'a js_code that was never issued is refused',
    path: 'miniprogram/jscode2session',
    query: { ...withToken, js_code: 'never-issued', grant_type: 'authorization_code' },
    errcode: 40029,
    errmsg: 'invalid code',
  },
]
