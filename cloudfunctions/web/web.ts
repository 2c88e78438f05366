import { errorEntries, toAppError, type AppError } from '../shared/runtime/errors'
import type { HttpFunction } from '../shared/runtime/function-definition'
import { jsonResponse, type HttpRequest, type HttpResponse } from '../shared/runtime/http'
import type { Log } from '../shared/runtime/log'
import { languageChosen, languagePreferred } from './language'
import { problemPage, refusalPage } from './pages/refusal-page'
import type { WebRequest, WebRoute } from './route'
import { wantedPath } from './wanted-path'
import type { WebCookie } from './web-cookie'
import { WebRefusal } from './web-refusal'

/** 网页: the same identity for browsers. A table of routes, each for one method and one path. */
export const createWeb = (routes: readonly WebRoute[], cookie: WebCookie): HttpFunction => ({
  respond: (request, log) => respond(routes, cookie, request, log),
  fail: (error) => refusalPage(error, 'zh'),
})

const respond = async (
  routes: readonly WebRoute[],
  cookie: WebCookie,
  { method, path, query, headers, body }: HttpRequest,
  log: Log,
): Promise<HttpResponse> => {
  const kept = cookie.read(headers.get('cookie'))
  const chosen = languageChosen(query)
  const language = chosen ?? kept.language ?? languagePreferred(headers)
  const here = routes.filter((route) => route.path === path)
  if (here.length === 0) return problemPage('notHere', language)
  const route = here.find((candidate) => candidate.method === method)
  if (!route) return notAllowed(here)
  const request: WebRequest = {
    method: route.method,
    path,
    query,
    headers,
    body,
    cookie: { ...kept, ...(chosen && { language: chosen }) },
    language,
    log,
  }
  const response = await answer(route, request)
  const isNews = chosen !== undefined && chosen !== kept.language
  if (route.answers === 'json' || !isNews) return response
  // Where the route has written the cookie, it holds the choice already.
  const remembered = { 'set-cookie': cookie.write(request.cookie) }
  return { ...response, headers: { ...remembered, ...response.headers } }
}

const answer = async (route: WebRoute, request: WebRequest): Promise<HttpResponse> => {
  try {
    return await route.handle(request)
  } catch (error) {
    return explain(error, route, request)
  }
}

const notAllowed = (here: readonly WebRoute[]): HttpResponse => ({
  status: 405,
  headers: { allow: here.map(({ method }) => method).join(', ') },
})

/** What nobody foresaw is thrown again, and stands in the log with its place in the code. */
const explain = (error: unknown, { answers }: WebRoute, request: WebRequest): HttpResponse => {
  const { language, log } = request
  if (error instanceof WebRefusal) {
    log({ event: 'refused', code: 'BAD_INPUT', reason: error.problem })
    return problemPage(error.problem, language, wantedPath(request))
  }
  const appError = toAppError(error)
  if (appError.code === 'INTERNAL') throw error
  log({ event: 'refused', code: appError.code, reason: 'shown' })
  return answers === 'page'
    ? refusalPage(appError, language, wantedPath(request))
    : refusalJson(appError)
}

const refusalJson = ({ code, details, retry }: AppError): HttpResponse => {
  const { status, zh, en } = errorEntries[code]
  const error = { code, message: `${zh} ${en}`, retry, ...(details && { details }) }
  return jsonResponse(status, { ok: false, error })
}
