import type { ServerResponse } from 'node:http'

/** A line that a function wrote: its own JSON, or plain text wrapped as `console`. */
export type FunctionLogEvent = { event: string } & Record<string, unknown>

export interface LogStream {
  add(functionName: string, line: string): void
  /** Returns how to stop listening. */
  listen(listener: (event: FunctionLogEvent) => void): () => void
  /** Sends all further events to this response, as server-sent events. */
  serve(response: ServerResponse): void
  close(): void
}

/** Gathers the log lines of all functions, for the start page and the terminal. */
export const createLogStream = (): LogStream => {
  const listeners = new Set<(event: FunctionLogEvent) => void>()
  const responses = new Set<ServerResponse>()

  const listen = (listener: (event: FunctionLogEvent) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }

  return {
    add(functionName, line) {
      const event = parseLine(line) ?? { event: 'console', function: functionName, text: line }
      for (const listener of [...listeners]) listener(event)
    },
    listen,
    serve(response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        connection: 'keep-alive',
      })
      response.write(': open\n\n')
      responses.add(response)
      const stop = listen((event) => response.write(`data: ${JSON.stringify(event)}\n\n`))
      response.on('close', () => {
        stop()
        responses.delete(response)
      })
    },
    close() {
      for (const response of responses) response.end()
    },
  }
}

const parseLine = (line: string): FunctionLogEvent | undefined => {
  try {
    const value: unknown = JSON.parse(line)
    const isEvent =
      typeof value === 'object' &&
      value !== null &&
      'event' in value &&
      typeof value.event === 'string'
    return isEvent ? (value as FunctionLogEvent) : undefined
  } catch {
    return undefined
  }
}
