// The control API as curl would call it.
import { start, type Running } from '../running'

export interface Answer {
  status: number
  body: Record<string, unknown>
}

export interface Called extends Running {
  call(request: string, body?: unknown): Promise<Answer>
}

/** A simulator, and `call('POST /members', {…})`. */
export const startCalled = async (...options: Parameters<typeof start>): Promise<Called> => {
  const running = await start(...options)
  const call: Called['call'] = async (request, body) => {
    const [method = '', path = ''] = request.split(' ')
    const response = await fetch(`${running.url}/_sim${path}`, {
      method,
      ...(method !== 'GET' && { headers: { 'Content-Type': 'application/json' } }),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return { status: response.status, body: (await response.json()) as Record<string, unknown> }
  }
  return { ...running, call }
}
