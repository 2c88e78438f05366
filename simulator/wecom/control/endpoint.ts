/** A control endpoint: takes the JSON that was posted, gives the JSON to answer, or a promise of it. */
export type ControlEndpoint = (body: unknown) => unknown

/** A refusal of the control API: an HTTP status and a sentence for whoever called. */
export class ControlError extends Error {
  override readonly name = 'ControlError'

  constructor(
    readonly status: 400 | 403 | 404 | 409,
    message: string,
  ) {
    super(message)
  }
}

/** The posted JSON as an object whose fields are still to be checked. */
export const fieldsOf = (body: unknown): Record<string, unknown> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ControlError(400, 'the body must be a JSON object')
  }
  return body as Record<string, unknown>
}
