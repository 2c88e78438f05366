import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Callbacks } from '../callbacks/callbacks'
import { machineRefusal, siteRefusal } from '../control/guard'
import type { Journal } from '../journal/journal'
import type { World } from '../state/world'
import { callerAddress } from '../wire/address'
import { readText } from '../wire/body'
import { send } from '../wire/send'
import { createAuthorize } from './authorize'
import { deviceOf } from './device'
import { faultPage } from './fault-page'
import { createOpen } from './open'
import { PageFault } from './problem'
import { createScanLogin } from './scan-login'
import type { Answer, Visit } from './visit'
import { languageOf } from './words'

/**
 * Serves the pages that people see, at the paths that they have at open.weixin.qq.com,
 * login.work.weixin.qq.com and open.work.weixin.qq.com, so that a client changes the host alone.
 */
export const createPages = (deps: { world: World; journal: Journal; callbacks: Callbacks }) => {
  const { world, journal, callbacks } = deps
  const scanLogin = createScanLogin(world)
  const pages = new Map<string, (visit: Visit) => Answer>([
    ['/connect/oauth2/authorize', createAuthorize(world)],
    ['/wwlogin/sso/login', scanLogin],
    ['/wwopen/sso/qrConnect', scanLogin],
    ['/_sim/open', createOpen(world, callbacks)],
  ])

  const answer = (visit: Visit): Answer => {
    try {
      return pages.get(visit.url.pathname)?.(visit) ?? notFound
    } catch (error) {
      if (!(error instanceof PageFault)) throw error
      const { url } = visit
      const isOutside = error.problem === 'NOT_IN_WECOM'
      const mayPick = isOutside && deviceOf(visit, world).client === 'browser'
      const reply = faultPage(error, { url, language: languageOf(url.searchParams), mayPick })
      const { errcode, why } = error
      return { reply, why, ...(errcode !== undefined && { errcode }) }
    }
  }

  return {
    has: (pathname: string): boolean => pages.has(pathname),
    serve: async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
      const startedAt = world.clock.now()
      const form = await readForm(request)
      const refusal = refusalOf(request, url) ?? (form ? undefined : 'the form is too large')
      const { reply, errcode, why } =
        refusal !== undefined || !form
          ? { reply: refused(refusal), why: refusal }
          : answer(visitOf(request, url, form))
      send(response, reply)
      journal.note({
        method: request.method ?? '',
        url,
        from: callerAddress(request.socket),
        startedAt,
        status: reply.status,
        errcode: errcode ?? null,
        ...(why !== undefined && { why }),
      })
    },
  }
}

// Links from any page lead to authorize and login, as in truth; what a person decides there, and who
// holds the phone, only this server's own pages may say.
const refusalOf = (request: IncomingMessage, { pathname }: URL): string | undefined =>
  machineRefusal(request) ??
  (request.method === 'POST' || pathname === '/_sim/open' ? siteRefusal(request) : undefined)

const maxFormBytes = 16_384

/** Empty for a GET, undefined for a form that is too large. */
const readForm = async (request: IncomingMessage): Promise<URLSearchParams | undefined> => {
  if (request.method !== 'POST') {
    request.resume() // an unread body would hold the connection
    return new URLSearchParams()
  }
  try {
    return new URLSearchParams(await readText(request, maxFormBytes))
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

const visitOf = ({ headers }: IncomingMessage, url: URL, form: URLSearchParams): Visit => ({
  url,
  form,
  userAgent: headers['user-agent'] ?? '',
  cookies: headers.cookie ?? '',
})

const plain = { 'Content-Type': 'text/plain; charset=utf-8' }
const refused = (why = ''): Answer['reply'] => ({ status: 403, headers: plain, body: `${why}\n` })
const notFound: Answer = { reply: { status: 404, headers: plain, body: '' } }
