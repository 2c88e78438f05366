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
  {
    holds: 'so is a code of a web page',
    path: 'auth/getuserinfo',
    query: { ...withToken, code: 'never-issued' },
    errcode: 40029,
    errmsg: 'invalid code',
  },
  {
    holds: 'at the older path too',
    path: 'user/getuserinfo',
    query: { ...withToken, code: 'never-issued' },
    errcode: 40029,
    errmsg: 'invalid code',
  },
  {
    holds: 'a code must be given',
    path: 'auth/getuserinfo',
    query: withToken,
    errcode: 41008,
    errmsg: 'code missing',
  },
  {
    holds: 'a user_ticket that was never issued is refused',
    path: 'auth/getuserdetail',
    query: withToken,
    body: { user_ticket: 'never-issued' },
    errcode: 84015,
    errmsg: 'invalid user_ticket',
  },
  {
    holds: 'a user_ticket must be given',
    path: 'auth/getuserdetail',
    query: withToken,
    body: {},
    errcode: 84090,
    errmsg: 'user_ticket missing',
  },
]
