import type { Check } from '../check'

/** Corp id, secret and token. One secret is wrong on purpose: two thousand in an hour would be too many. */
export const credentialChecks: readonly Check[] = [
  {
    holds: 'a secret fetches a token',
    path: 'gettoken',
    query: { corpid: '$corpId', corpsecret: '$secret' },
    reply: { access_token: 'text', expires_in: 'number' },
    gives: { token: ['access_token'] },
  },
  {
    holds: 'a corp id must be given',
    path: 'gettoken',
    query: { corpsecret: '$secret' },
    errcode: 41002,
    errmsg: 'corpid missing',
  },
  {
    holds: 'a secret must be given',
    path: 'gettoken',
    query: { corpid: '$corpId' },
    errcode: 41004,
    errmsg: 'corpsecret missing',
  },
  {
    holds: 'a corp id that no corp has is refused',
    path: 'gettoken',
    query: { corpid: 'ww0000000000000000', corpsecret: '$secret' },
    errcode: 40013,
    errmsg: 'invalid corpid',
  },
  {
    holds: 'a secret that no app has is refused',
    path: 'gettoken',
    query: { corpid: '$corpId', corpsecret: 'never-a-secret' },
    errcode: 40001,
    errmsg: 'invalid credential',
  },
  {
    holds: 'a call without a token is refused',
    path: 'user/get',
    query: { userid: 'nobody' },
    errcode: 41001,
    errmsg: 'access_token missing',
  },
  {
    holds: 'a token that was never issued is refused',
    path: 'user/get',
    query: { access_token: 'never-issued', userid: 'nobody' },
    errcode: 40014,
    errmsg: 'invalid access_token',
  },
]
