import { WecomError } from './errors'
import { createReader, type Reader } from './reader'

/**
 * Opens the envelope that every reply of WeCom has: `errcode` decides, `errmsg` only ever tells the
 * address of the caller. https://developer.work.weixin.qq.com/document/path/90313
 *
 * @param body The reply as it came, UTF-8.
 * @throws WecomError `refused` with WeCom's errcode, or `oddReply`
 */
export const openReply = (body: string, path: string): Reader => {
  const reader = createReader(parse(body, path), path)
  const errcode = readErrcode(reader)
  if (errcode === 0) return reader
  const address = callerAddress(reader.has('errmsg') ? reader.text('errmsg') : '')
  throw new WecomError({ failure: 'refused', path, errcode, ...(address && { address }) })
}

const parse = (body: string, path: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    // The parser's message quotes the body, which may hold a token: it is not passed on.
    throw new WecomError({ failure: 'oddReply', path, field: '*' })
  }
}

// Old interfaces send the number as text, and leave it out when all is well.
const readErrcode = (reader: Reader): number =>
  reader.has('errcode') ? Number(reader.integerAsText('errcode')) : 0

// "…, hint: […], from ip: 203.0.113.7, more info at …": with 60020 the address is the diagnosis.
const callerAddress = (errmsg: string): string | undefined =>
  /from ip: ([0-9a-fA-F.:]{2,45})(?:,|$)/.exec(errmsg)?.[1]
