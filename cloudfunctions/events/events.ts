import type { NoticedBy } from '../shared/audit/audit-record'
import type { OpenCallback } from '../shared/callbacks/callback'
import { readFlatXml } from '../shared/callbacks/flat-xml'
import type { HandledEvents } from '../shared/callbacks/handled-events'
import type { HttpFunction } from '../shared/runtime/function-definition'
import type { HttpRequest, HttpResponse } from '../shared/runtime/http'
import type { Log } from '../shared/runtime/log'
import { StoreError } from '../shared/store/store-error'
import type { CarryOut } from './effects'
import { readEvent } from './read-event'

/** One of the two addresses that WeCom knows, by its keys. */
export interface CallbackDoor {
  open: OpenCallback
  by: Extract<NoticedBy, 'event' | 'contactEvent'>
}

export interface EventsDeps {
  doors: readonly CallbackDoor[]
  agentId: number
  handled: HandledEvents
  carryOut: CarryOut
  /** What is left of the time for the call under way, in ms. */
  remainingMs(): number
  sleep(ms: number): Promise<unknown>
}

/**
 * WeCom hangs up after 5 s, and only then calls again, three times in all; an answer of 500 it takes for
 * an answer. So what could not be written is tried until it has hung up.
 * https://developer.work.weixin.qq.com/document/path/90930
 */
const budgetMs = 5500
const pauseMs = 300

const refused: HttpResponse = { status: 400 }
const failed: HttpResponse = { status: 500 }
const senderIsAtFault = ['BAD_INPUT', 'TOO_LARGE']

/** 接收事件: hears from WeCom who came, who left and what changed, and acts on it before it answers. */
export const createEvents = (deps: EventsDeps): HttpFunction => ({
  budgetMs,
  respond: (request, log) => respond(deps, request, log),
  // Whatever is wrong with a callback, its sender hears the same.
  fail: ({ code }) => (senderIsAtFault.includes(code) ? refused : failed),
})

const respond = async (deps: EventsDeps, request: HttpRequest, log: Log): Promise<HttpResponse> => {
  const refuse = (reason: string) => {
    log({ event: 'callbackRefused', reason })
    return refused
  }
  const encrypted = encryptedIn(request)
  if (encrypted === undefined) return refuse('envelope')
  const opened = openAt(deps.doors, request, encrypted)
  if ('refusal' in opened) return refuse(opened.refusal)
  if (request.method === 'GET')
    return isEcho(opened.message) ? text(opened.message) : refuse('echo')
  return (await hear(deps, opened, log)) ? text('success') : refuse('xml')
}

// WeCom sends digits. Whoever has seen an event pass by must not have it opened here as an echo.
const isEcho = (message: string): boolean => !message.includes('<')

/** Nothing around it, or the console says that the address is wrong. */
const text = (body: string): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
})

const encryptedIn = ({ method, query, body }: HttpRequest): string | undefined => {
  // A + that was not escaped has come as a space.
  if (method === 'GET') return query.get('echostr')?.replaceAll(' ', '+')
  if (method !== 'POST') return undefined
  return readFlatXml(body.toString('utf8'))?.get('Encrypt')
}

type Opened = { message: string; by: CallbackDoor['by'] } | { refusal: string }

/** The door is known by the key that fits: not every gateway leaves the path as it was. */
const openAt = (
  doors: readonly CallbackDoor[],
  { query }: HttpRequest,
  encrypted: string,
): Opened => {
  const parameters = {
    msgSignature: query.get('msg_signature'),
    timestamp: query.get('timestamp'),
    nonce: query.get('nonce'),
  }
  let refusal: string = 'signature'
  for (const { open, by } of doors) {
    const opened = open(parameters, encrypted)
    if ('message' in opened) return { message: opened.message, by }
    if (opened.refusal !== 'signature') refusal = opened.refusal
  }
  return { refusal }
}

/** False when it is no event at all. */
const hear = async (
  { agentId, handled, carryOut, remainingMs, sleep }: EventsDeps,
  { message, by }: Extract<Opened, { message: string }>,
  log: Log,
): Promise<boolean> => {
  const fields = readFlatXml(message)
  if (!fields) return false
  const { change, ...event } = readEvent(fields, agentId)
  const { name } = event
  if (!change) {
    log({ event: 'callback', name, outcome: 'ignored' })
    return true
  }
  for (;;) {
    try {
      const outcome = await handled.handle(message, () => carryOut({ ...event, change }, by))
      log({ event: 'callback', name, outcome })
      return true
    } catch (error) {
      if (!(error instanceof StoreError) || remainingMs() < pauseMs) throw error
      await sleep(pauseMs)
    }
  }
}
