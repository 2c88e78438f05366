import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** What an upstream saw of one request. */
export interface SeenRequest {
  path: string
  query: URLSearchParams
}

/** Answers with a status, a body and nothing else; or does with the connection what it likes. */
export type Answer = (seen: SeenRequest, response: http.ServerResponse) => void

export interface Upstream {
  url: string
  seen: SeenRequest[]
  /** Replaces what a path answers from now on: an object is sent as JSON, text as it is. */
  answer(path: string, answer: object | string | Answer): void
  close(): Promise<void>
}

/** A server on loopback that says what a test tells it to: no rules, no memory, no simulator. */
export const startUpstream = async (): Promise<Upstream> => {
  const answers = new Map<string, object | string | Answer>()
  const seen: SeenRequest[] = []
  const server = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const current = { path: url.pathname, query: url.searchParams }
    seen.push(current)
    const answer = answers.get(url.pathname)
    if (typeof answer === 'function') (answer as Answer)(current, response)
    else response.end(typeof answer === 'string' ? answer : JSON.stringify(answer ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    answer: (path, answer) => void answers.set(path, answer),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
