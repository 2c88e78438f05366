/** A question: of a client to the endpoint, and of the endpoint to the phone. */
export interface Question {
  id: string
  method: string
  params: Record<string, unknown>
}

/** An answer, or an event, which has no id. */
export type FromPhone =
  | { id: string; result: unknown }
  | { id: string; error: { message: string } }
  | { method: string; params: unknown }

/** The question in a message, or `undefined` when it is none. */
export function readQuestion(text: string): Question | undefined {
  const { id, method, params = {} } = readObject(text) ?? {}
  if (typeof id !== 'string' || typeof method !== 'string') return undefined
  return isObject(params) ? { id, method, params } : undefined
}

/** What a phone says, or `undefined` when it says nothing that is known. */
export function readFromPhone(text: string): FromPhone | undefined {
  const { id, method, params, result, error } = readObject(text) ?? {}
  if (typeof id === 'string') {
    if (!isObject(error)) return { id, result }
    return { id, error: { message: String(error['message']) } }
  }
  return typeof method === 'string' ? { method, params } : undefined
}

function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(text) as unknown
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
