import { clientKindOf, type ClientKind } from '../audit/client-kind'
import type { Invocation } from './invocation'

/** The kind of program that called: by its User-Agent over HTTP, by the platform's word otherwise. */
export const readClient = (event: unknown, { via, variables }: Invocation): ClientKind => {
  if (via !== 'http') return variables.get('TCB_SOURCE') === 'wx_devtools' ? 'devtools' : 'unknown'
  const headers = Object((event as { headers?: unknown }).headers) as Record<string, unknown>
  const name = Object.keys(headers).find((header) => header.toLowerCase() === 'user-agent')
  const userAgent = name === undefined ? undefined : headers[name]
  return clientKindOf(typeof userAgent === 'string' ? userAgent : undefined)
}
