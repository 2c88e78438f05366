import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Faults } from '../faults/faults'
import type { Journal } from '../journal/journal'
import type { World } from '../state/world'
import { readText } from '../wire/body'
import { callerAddress, isLoopback } from '../wire/address'
import { fault, WireFault } from '../wire/fault'
import { createCall, refused, type Outcome } from './call'
import { deliver } from './deliver'
import type { Caller } from './endpoint'

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
    const end = world.limits.begin(url.pathname, caller.address)
    try {
      const body = await readBody(request)
      const { waitMs, effect } = faults.take(url.pathname)
      if (waitMs > 0) await wait(waitMs, undefined, { ref: false })
      const { over, ...ended } = deliver(response, effect, (): Outcome => {
        if (effect?.kind === 'errcode') {
          const { errcode, text = 'injected fault' } = effect
          return refused(world, caller, new WireFault(errcode, text, 'injected'))
        }
        if (!end) return refused(world, caller, fault(45033, 'too many calls of it are under way'))
        return call({ method, url, body }, caller)
      })
      const input = body === undefined ? {} : { input: body }
      journal.note({ method, url, ...input, from: caller.address, startedAt, ...ended })
      await over
    } finally {
      end?.()
    }
  }
}

/** A thousand ids of 64 characters fit in, which is the longest list that an API takes. */
const maxBodyBytes = 262_144

/** The body of a POST; '' for any other method, undefined for one that is too large. */
const readBody = async (request: IncomingMessage): Promise<string | undefined> => {
  if (request.method !== 'POST') {
    request.resume() // an unread body would hold the connection
    return ''
  }
  try {
    return await readText(request, maxBodyBytes)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
