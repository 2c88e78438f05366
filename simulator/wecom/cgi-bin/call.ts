import type { World } from '../state/world'
import { refusal, success, type Reply } from '../wire/envelope'
import { notSimulated, WireFault } from '../wire/fault'
import { createAdmit } from './admit'
import type { Caller } from './endpoint'
import { createRoutes } from './routes'

/** What a call came to: the reply, its errcode, and for the developer why it was refused. */
export interface Outcome {
  reply: Reply
  errcode: number
  why?: string
}

/** Gives the function that answers one call of /cgi-bin/*, whatever the path. */
export const createCall = (world: World) => {
  const routes = createRoutes(world)
  const admit = createAdmit(world)

  return (method: string, url: URL, caller: Caller): Outcome => {
    try {
      const route = routes.get(url.pathname)
      if (!route) throw unknownPath(method, url.pathname)
      // A read that is sent as POST finds none of its parameters: WeCom has no 405.
      // https://developer.work.weixin.qq.com/document/path/90313
      const query = method === route.method ? url.searchParams : new URLSearchParams()
      const payload =
        route.access === 'open'
          ? route.answer(query, caller)
          : route.answer(query, admit(url.searchParams.get('access_token'), caller))
      return { reply: success(payload), errcode: 0 }
    } catch (error) {
      if (!(error instanceof WireFault)) throw error
      return refused(world, caller, error)
    }
  }
}

/** The outcome of a refusal. */
export const refused = (
  { clock, random }: Pick<World, 'clock' | 'random'>,
  { address }: Caller,
  error: WireFault,
): Outcome => ({
  reply: refusal(error, { clock, random, address }),
  errcode: error.errcode,
  why: error.why,
})

const unknownPath = (method: string, path: string) =>
  new WireFault(
    notSimulated,
    `not simulated: ${method} ${path}`,
    'this simulator does not know the path; its routes are in simulator/wecom/cgi-bin/routes.ts',
  )
