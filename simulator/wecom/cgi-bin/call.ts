import type { Corp } from '../company/company'
import type { World } from '../state/world'
import { bodyFields, type BodyFields } from '../wire/body-fields'
import { refusal, success, type Payload, type Reply } from '../wire/envelope'
import { fault, unsimulated, WireFault } from '../wire/fault'
import { createAdmit } from './admit'
import { checkContactSync } from './contact-sync-right'
import type { Caller, Parameters } from './endpoint'
import { createRoutes, type Route } from './routes'

/** A request of /cgi-bin/* as it came. */
export interface ApiRequest {
  method: string
  url: URL
  /** '' for none, undefined for one that was too large. */
  body: string | undefined
}

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
  const { limits } = world

  return (request: ApiRequest, caller: Caller): Outcome => {
    const { method, url } = request
    const { pathname: path } = url
    const route = routes.get(path)
    let given = nothing
    let corp: Corp | undefined
    try {
      if (!route) throw unknownPath(method, path)
      const isCounted = !route.limitsRefusalsOnly
      if (url.searchParams.get('debug') === '1') limits.ofDebugging(caller.address)
      if (isCounted) limits.ofAddress(path, caller.address)
      if (route.access === 'open') {
        given = parametersOf(request, route.method, world)
        return succeeded(route.answer(given, caller), given)
      }
      const admitted = admit(url.searchParams.get('access_token'), caller)
      corp = admitted.corp
      if (isCounted) limits.ofCorp(path, corp)
      checkContactSync(route.contactSync, admitted)
      given = parametersOf(request, route.method, world)
      return succeeded(route.answer(given, admitted), given)
    } catch (error) {
      if (!(error instanceof WireFault)) throw error
      const isTooMany =
        route?.limitsRefusalsOnly && !limits.allowRefusal(path, { address: caller.address, corp })
      const refusal = isTooMany ? fault(45009, `too many refusals at ${path}`) : error
      return refused(world, caller, refusal, given.body.isOdd())
    }
  }
}

const noQuery = new URLSearchParams()
const noFields: BodyFields = bodyFields('{}')
const nothing: Parameters = { query: noQuery, body: noFields }

// Whoever takes the wrong verb finds none of the parameters: WeCom has no 405.
// https://developer.work.weixin.qq.com/document/path/90313
const parametersOf = (
  { method, url, body }: ApiRequest,
  wanted: Route['method'],
  { choices }: Pick<World, 'choices'>,
): Parameters => {
  if (method !== wanted) return nothing
  if (method === 'GET') return { query: url.searchParams, body: noFields }
  if (body === undefined) throw fault(40206, 'the body is larger than the simulator reads')
  const { escapedCharacters } = choices
  if (escapedCharacters !== 'read' && /\\u[0-9a-f]{4}/i.test(body)) {
    throw fault(escapedCharacters, 'the body has characters written as \\uXXXX; send them as UTF-8')
  }
  return { query: noQuery, body: bodyFields(body) }
}

const succeeded = (payload: Payload, { body }: Parameters): Outcome => ({
  reply: success(payload, { oddBody: body.isOdd() }),
  errcode: 0,
})

/** The outcome of a refusal. */
export const refused = (
  { clock, random, choices }: Pick<World, 'clock' | 'random' | 'choices'>,
  { address }: Caller,
  error: WireFault,
  oddBody = false,
): Outcome => ({
  reply: refusal(error, { clock, random, address, oddBody, shape: choices.refusalText }),
  errcode: error.errcode,
  why: error.why,
})

const unknownPath = (method: string, path: string) =>
  unsimulated(
    `${method} ${path}`,
    'this simulator does not know the path; its routes are in simulator/wecom/cgi-bin/routes.ts',
  )
