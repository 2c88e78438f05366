import type { ServerResponse } from 'node:http'
import { jsonOf, type ControlCall } from './endpoint'

/** An answer as it goes out. */
export interface Content {
  type: string
  body: string
  headers?: Readonly<Record<string, string>>
}

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

/** One path of the control API: answers at once, or holds the response open and writes to it. */
export type Route = {
  method: (typeof methods)[number]
  /** Steps that begin with a colon stand for anything. */
  path: string
  maxBytes: number
} & (
  | { answer(call: ControlCall): Content | Promise<Content> }
  | { hold(response: ServerResponse): void }
)

const smallBody = 65_536
const largeBody = 1_048_576

/** A route that answers what `endpoint` gives, or promises, as JSON. */
export const json = (
  method: Route['method'],
  path: string,
  endpoint: (call: ControlCall) => unknown,
  maxBytes = largeBody,
): Route => ({
  method,
  path,
  maxBytes,
  answer: async (call) => ({
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(await endpoint(call)),
  }),
})

/** The same for an endpoint that wants the posted JSON alone. */
export const posted = (path: string, endpoint: (body: unknown) => unknown): Route =>
  json('POST', path, (call) => endpoint(jsonOf(call)), smallBody)

/** A route that answers something else than JSON. */
export const content = (
  path: string,
  answer: (call: ControlCall) => Content | Promise<Content>,
): Route => ({ method: 'GET', path, maxBytes: smallBody, answer })

/** Finds the route of a request, and what stands in its path; undefined: there is none. */
export const findRoute = (
  routes: readonly Route[],
  method: string | undefined,
  pathname: string,
): { route: Route; params: Record<string, string> } | undefined => {
  const steps = pathname.split('/')
  for (const route of routes) {
    if (route.method !== method) continue
    const params = match(route.path.split('/'), steps)
    if (params) return { route, params }
  }
  return undefined
}

const match = (pattern: string[], steps: string[]): Record<string, string> | undefined => {
  if (pattern.length !== steps.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, expected] of pattern.entries()) {
    const step = steps[index] ?? ''
    if (expected.startsWith(':')) params[expected.slice(1)] = decoded(step)
    else if (expected !== step) return undefined
  }
  return params
}

const decoded = (step: string): string => {
  try {
    return decodeURIComponent(step)
  } catch {
    return step // a lone %: no name of anything here
  }
}
