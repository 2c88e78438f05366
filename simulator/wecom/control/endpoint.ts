/** What was asked of the control API. */
export interface ControlCall {
  /** What stands in the path where the route has `:name`. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** Where this server was reached: `http://127.0.0.1:8788`. */
  origin: string
  /** The body as it came; '' for none. */
  text: string
}

/** A refusal of the control API: an HTTP status and a sentence for whoever called. */
export class ControlError extends Error {
  override readonly name = 'ControlError'

  constructor(
    readonly status: 400 | 403 | 404 | 409,
    message: string,
    /** What else is told of it. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
  }
}

/** A posted value as an object whose fields are still to be checked. */
export const fieldsOf = (body: unknown): Record<string, unknown> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ControlError(400, 'the body must be a JSON object')
  }
  return body as Record<string, unknown>
}

/** The body as JSON; no body at all is an empty object, as curl -X POST sends none. */
export const jsonOf = ({ text }: ControlCall): unknown => {
  if (text === '') return {}
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new ControlError(400, 'the body must be JSON')
  }
}

/** The corp of `?corpId=`; undefined, for our own, without it. */
export const corpIdOf = ({ query }: ControlCall): string | undefined =>
  query.get('corpId') ?? undefined

/** A whole number in the path. */
export const idOf = ({ params }: ControlCall, name: string): number => {
  const id = Number(params[name])
  if (!Number.isSafeInteger(id)) throw new ControlError(400, `${name} must be a whole number`)
  return id
}

/** A whole number from 0 in the query, or `preset` where it is not given; never above `most`. */
export const countOf = (
  { query }: ControlCall,
  name: string,
  { preset, most }: { preset: number; most: number },
): number => {
  const count = Number(query.get(name) ?? preset)
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new ControlError(400, `${name} must be a whole number from 0`)
  }
  return Math.min(count, most)
}
