import type { BeginReport } from '../report'
import { callbackOnly, CallFailure, type Options } from './call'
import type { ClientLine } from './client'

/** WeChat gives a request a minute unless told otherwise. */
const DEFAULT_TIMEOUT_MS = 60_000

const METHODS = new Set(['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT'])

/**
 * wx.request over fetch. Unlike a phone, a browser asks other origins for permission (CORS): a
 * request that fails for that is said so in the console.
 * https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html
 */
export function requestCalls({ setup: { hosts }, network }: ClientLine, begin: BeginReport) {
  const request = (options: Options = {}) => {
    const abort = new AbortController()
    const headers = new Set<(event: { header: Record<string, string> }) => void>()
    const run = callbackOnly('request', async () => {
      const { url, method, init } = readRequest(options, hosts)
      const end = begin('wx.request', `${method} ${url.pathname}`)
      try {
        const answer = await send({ url, init, options, abort, network })
        headers.forEach((listener) => listener({ header: answer.header }))
        end(String(answer.statusCode))
        return answer
      } catch (error) {
        end(error instanceof Error ? error.message || 'fail' : 'fail')
        throw error
      }
    })
    run(options)
    return {
      abort: () => abort.abort(),
      onHeadersReceived: (listener: () => void) => void headers.add(listener),
      offHeadersReceived: (listener: () => void) => void headers.delete(listener),
    }
  }
  return { request }
}

function readRequest(options: Options, hosts: Record<string, string>) {
  const method = String(options.method ?? 'GET').toUpperCase()
  if (!METHODS.has(method)) throw new CallFailure(`invalid method "${method}"`)
  const url = readUrl(options.url, hosts)
  const header = new Headers({ 'content-type': 'application/json' })
  for (const [name, value] of Object.entries((options.header as object | undefined) ?? {}))
    header.set(name, String(value))
  const init: RequestInit = { method, headers: header, credentials: 'omit', cache: 'no-store' }
  if (method === 'GET' || method === 'HEAD') addToQuery(url, options.data)
  else init.body = bodyOf(options.data, header.get('content-type') ?? '')
  return { url, method, init }
}

function readUrl(asked: unknown, hosts: Record<string, string>): URL {
  let url: URL
  try {
    url = new URL(String(asked))
  } catch {
    throw new CallFailure(`invalid url "${String(asked)}"`)
  }
  if (!/^https?:$/.test(url.protocol)) throw new CallFailure(`invalid url "${String(asked)}"`)
  const elsewhere = hosts[url.origin]
  if (elsewhere === undefined) return url
  return new URL(url.pathname + url.search, elsewhere === '' ? location.origin : elsewhere)
}

function addToQuery(url: URL, data: unknown): void {
  if (typeof data !== 'object' || data === null) return
  for (const [name, value] of Object.entries(data)) {
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
    url.searchParams.set(name, text)
  }
}

function bodyOf(data: unknown, contentType: string): BodyInit {
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data
  if (contentType.includes('x-www-form-urlencoded'))
    return new URLSearchParams(data as Record<string, string>).toString()
  return JSON.stringify(data ?? {})
}

interface Sending {
  url: URL
  init: RequestInit
  options: Options
  abort: AbortController
  network: ClientLine['network']
}

async function send({ url, init, options, abort, network }: Sending) {
  let late = false
  const limit = typeof options.timeout === 'number' ? options.timeout : DEFAULT_TIMEOUT_MS
  const timer = setTimeout(() => {
    late = true
    abort.abort()
  }, limit)
  try {
    const ask = async () => {
      const response = await fetch(url, { ...init, signal: abort.signal })
      return { response, body: await response.arrayBuffer() }
    }
    const answered = network.carry(ask, ({ body }) => body.byteLength)
    const { response, body } = await Promise.race([answered, abortedBy(abort.signal)])
    return {
      data: readBody(body, options),
      statusCode: response.status,
      header: Object.fromEntries(response.headers),
      cookies: [] as string[],
    }
  } catch (error) {
    if (late) throw new CallFailure('timeout')
    if (abort.signal.aborted) throw new CallFailure('abort')
    if (error instanceof CallFailure) throw error
    if (url.origin !== location.origin)
      console.warn(
        `[phone] request to ${url.origin}: unreachable, or it refuses other origins (CORS), which a real phone would not mind`,
      )
    throw new CallFailure(error instanceof TypeError ? '' : String(error))
  } finally {
    clearTimeout(timer)
  }
}

/** Rejects when the request was given up, also while nothing is on the line. */
function abortedBy(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const giveUp = () => reject(new CallFailure('abort'))
    // A mini program may give it up before anything was sent.
    if (signal.aborted) giveUp()
    else signal.addEventListener('abort', giveUp)
  })
}

function readBody(body: ArrayBuffer, options: Options): unknown {
  if (options.responseType === 'arraybuffer') return body
  const text = new TextDecoder().decode(body)
  if (options.dataType !== undefined && options.dataType !== 'json') return text
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}
