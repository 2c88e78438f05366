import { createHash } from 'node:crypto'
import type { Tickets } from '../shared/backend/tickets'
import { AppError } from '../shared/runtime/errors'
import { jsonResponse } from '../shared/runtime/http'
import { jsonForEmployees, type VisitorDeps } from './visitor'

export interface JssdkDeps extends VisitorDeps {
  corpId: string
  agentId: number
  publicBaseUrl: string
  tickets: Tickets
  /** Gives that many random bytes. */
  random(bytes: number): Buffer
}

const nonceBytes = 16
const mostCharacters = 2048

/**
 * GET /web/jssdk?url=…: what a page of ours, at this address, hands to `wx.config` and to
 * `wx.agentConfig`. For employees, since each question may cost one of WeCom.
 *
 * @throws AppError BAD_INPUT for an address of another site, or with a fragment
 */
export const createJssdk = (deps: JssdkDeps) =>
  jsonForEmployees(deps, async (_visitor, { query }) => {
    const { corpId, agentId, tickets } = deps
    const url = ownAddress(query.get('url') ?? '', deps.publicBaseUrl)
    const timestamp = Math.floor(deps.clock.now() / 1000)
    const signed = (ticket: string) => {
      const nonceStr = deps.random(nonceBytes).toString('hex')
      return { timestamp, nonceStr, signature: signatureOf({ ticket, nonceStr, timestamp, url }) }
    }
    const [ofCorp, ofApp] = await Promise.all([tickets.ofCorp(), tickets.ofApp()])
    const data = { corpId, agentId, config: signed(ofCorp), agentConfig: signed(ofApp) }
    return jsonResponse(200, { ok: true, data })
  })

/** To the letter: another spelling of the same address has another signature. */
const ownAddress = (text: string, publicBaseUrl: string): string => {
  const isPlain = /^[\x21\x22\x24-\x7e]+$/.test(text) && text.length <= mostCharacters
  const isOurs = text.startsWith(`${publicBaseUrl}/`) && URL.canParse(text)
  if (!isPlain || !isOurs) throw new AppError('BAD_INPUT', { field: 'url' })
  return text
}

// SHA-1 and this order are WeCom's: https://developer.work.weixin.qq.com/document/path/90506
const signatureOf = (of: {
  ticket: string
  nonceStr: string
  timestamp: number
  url: string
}): string => {
  const text = `jsapi_ticket=${of.ticket}&noncestr=${of.nonceStr}&timestamp=${of.timestamp}&url=${of.url}`
  return createHash('sha1').update(text).digest('hex')
}
