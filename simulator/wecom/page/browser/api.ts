import { here } from './here'

/** The simulator did not do it; the message says why. */
export class Refused extends Error {
  override readonly name = 'Refused'

  constructor(
    message: string,
    readonly problems: readonly { line: number; column: number; message: string }[] = [],
  ) {
    super(message)
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Calls `/_sim/<path>` about the corp that is shown; throws a Refused with the API's sentence. */
export const ask = async <T = unknown>(
  method: Method,
  path: string,
  body?: unknown,
  type = 'application/json',
): Promise<T> => {
  const url = new URL(`/_sim/${path}`, location.href)
  if (here.corpId !== '') url.searchParams.set('corpId', here.corpId)
  const response = await fetch(url, {
    method,
    headers: method === 'GET' ? {} : { 'Content-Type': type },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const answer = (await response.json()) as T & {
    error?: string
    problems?: Refused['problems']
  }
  if (!response.ok) throw new Refused(answer.error ?? String(response.status), answer.problems)
  return answer
}

export const read = <T>(path: string): Promise<T> => ask<T>('GET', path)

/** One step of a path or one value of a query. */
export const part = (text: string | number): string => encodeURIComponent(text)
