import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { InjectedFault } from '../faults/faults'
import { wrongTypes } from '../faults/wrong-types'
import { send } from '../wire/send'
import type { Reply } from '../wire/envelope'
import type { Outcome } from './call'

type Effect = NonNullable<InjectedFault['effect']>

/** What is noted of a call once it has been answered, or has not. */
export interface Delivered {
  /** 0: nothing was sent. */
  status: number
  /** null: another body than WeCom's was sent. */
  errcode: number | null
  /** As it was meant to be sent. */
  body?: string
  why?: string
  /** Fulfilled when the last byte has left; absent where that is already so. */
  over?: Promise<void>
}

/**
 * Sends what `process` comes to, or what a fault makes of it. `process` is not called where the
 * fault strikes before the processing.
 */
export const deliver = (
  response: ServerResponse,
  effect: Effect | undefined,
  process: () => Outcome,
): Delivered => {
  const instead = effect && insteadOfProcessing(effect)
  if (instead) {
    send(response, instead)
    const why = 'injected: another answer, nothing was processed'
    return { status: instead.status, errcode: null, body: instead.body, why }
  }
  if (effect?.kind === 'cut' && effect.when === 'before') {
    response.destroy()
    return { status: 0, errcode: null, why: 'injected: cut before it was processed' }
  }
  const { reply, errcode, why } = process()
  const sent = { status: reply.status, errcode, body: reply.body }
  switch (effect?.kind) {
    case 'cut':
      response.destroy()
      return { ...sent, status: 0, why: 'injected: cut after it was processed' }
    case 'half':
      sendHalf(response, reply)
      return { ...sent, why: 'injected: half of the answer, then cut' }
    case 'stall':
      return { ...sent, ...stall(response, reply, effect.after) }
    case 'drip':
      return { ...sent, why: 'injected: a slow drip', over: drip(response, reply, effect) }
    case 'types': {
      const body = wrongTypes(reply.body, effect.as)
      send(response, { ...reply, body })
      return { ...sent, body, why: 'injected: wrong types' }
    }
    default:
      send(response, reply)
      return { ...sent, ...(why !== undefined && { why }) }
  }
}

const insteadOfProcessing = (effect: Effect): Reply | undefined => {
  switch (effect.kind) {
    case 'html':
      return { status: 200, headers: { 'Content-Type': 'text/html' }, body: signInPage }
    case 'status':
      return {
        status: effect.status,
        headers: { 'Content-Type': 'text/html' },
        body: `<html><head><title>${effect.status}</title></head><body>nginx</body></html>\n`,
      }
    case 'body': {
      const { body, contentType = 'application/json; charset=UTF-8' } = effect
      return { status: 200, headers: { 'Content-Type': contentType }, body }
    }
    default:
      return undefined
  }
}

const signInPage = '<!doctype html><title>Gateway</title><h1>Please sign in to the network</h1>'

const writeHead = (response: ServerResponse, { status, headers, body }: Reply): Buffer => {
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length })
  return bytes
}

const sendHalf = (response: ServerResponse, reply: Reply): void => {
  const bytes = writeHead(response, reply)
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
}

/** Ends when the caller, or the server, closes the connection. */
const stall = (
  response: ServerResponse,
  reply: Reply,
  after: 'headers' | 'nothing',
): Pick<Delivered, 'status' | 'why' | 'over'> => {
  const over = closed(response)
  if (after === 'nothing') return { status: 0, why: 'injected: no answer at all', over }
  writeHead(response, reply)
  response.flushHeaders()
  return { status: reply.status, why: 'injected: headers, and then nothing', over }
}

const closed = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => response.once('close', resolve))

const drip = async (
  response: ServerResponse,
  reply: Reply,
  { bytes: step, everyMs }: { bytes: number; everyMs: number },
): Promise<void> => {
  const bytes = writeHead(response, reply)
  for (let at = 0; at < bytes.length && !response.destroyed; at += step) {
    if (at > 0) await wait(everyMs, undefined, { ref: false })
    response.write(bytes.subarray(at, at + step))
  }
  response.end()
}
