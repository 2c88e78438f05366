import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Faults, InjectedFault } from '../faults'
import type { Journal } from '../journal'
import type { World } from '../state/world'
import { callerAddress, isLoopback } from '../wire/address'
import { send } from '../wire/send'
import { WireFault } from '../wire/fault'
import { createCall, refused, type Outcome } from './call'
import type { Caller } from './endpoint'

/** What is noted of a call once it has ended. */
interface Ended {
  status: number
  errcode: number | null
  why?: string
}

/**
 * Serves /cgi-bin/*: answers each call in WeCom's envelope, unless a fault was injected for it, and
 * notes it in the journal.
 */
export const createApi = (deps: { world: World; faults: Faults; journal: Journal }) => {
  const { world, faults, journal } = deps
  const call = createCall(world)

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const startedAt = world.clock.now()
    const method = request.method ?? ''
    const caller: Caller = {
      address: callerAddress(request.socket),
      overLoopback: isLoopback(request.socket.localAddress),
    }
    request.resume() // no endpoint reads a body yet; an unread one would hold the connection
    const { waitMs, effect } = faults.take(url.pathname)
    if (waitMs > 0) await wait(waitMs, undefined, { ref: false })
    const ended = answer(response, effect, (): Outcome =>
      effect?.kind === 'errcode'
        ? refused(world, caller, new WireFault(effect.errcode, effect.text, 'injected'))
        : call(method, url, caller),
    )
    journal.note({ method, url, from: caller.address, startedAt, ...ended })
  }
}

/** `process` is not called where the fault strikes before the processing. */
const answer = (
  response: ServerResponse,
  effect: InjectedFault['effect'],
  process: () => Outcome,
): Ended => {
  if (effect?.kind === 'body') {
    const { body, contentType } = effect
    send(response, { status: 200, headers: { 'Content-Type': contentType }, body })
    return { status: 200, errcode: null, why: 'injected: another body, nothing was processed' }
  }
  if (effect?.kind === 'cut' && effect.when === 'before') {
    response.destroy()
    return { status: 0, errcode: null, why: 'injected: cut before it was processed' }
  }
  const { reply, errcode, why } = process()
  if (effect?.kind === 'cut') {
    response.destroy()
    return { status: 0, errcode, why: 'injected: cut after it was processed' }
  }
  send(response, reply)
  return { status: reply.status, errcode, ...(why !== undefined && { why }) }
}
