import net from 'node:net'

/** Tells whether a token is good, as an errcode. */
export type Check = (accessToken: string) => number

/** Takes in what comes in pieces, and gives it on line by line. */
const byLine = (take: (line: string) => void) => {
  let rest = ''
  return (piece: Buffer) => {
    const lines = (rest + piece.toString()).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  }
}

/**
 * The one call that wants a token, as lines on a bare connection: a million of them have to fit into
 * minutes, and over HTTP most of the time would go into headers.
 */
export const serveChecks = (check: Check): net.Server =>
  net.createServer((socket) => {
    socket.setNoDelay(true)
    socket.on('error', () => undefined)
    socket.on(
      'data',
      byLine((accessToken) => void socket.write(`${check(accessToken)}\n`)),
    )
  })

/** The answers come in the order of the questions. */
export const connectChecks = (port: number): ((accessToken: string) => Promise<number>) => {
  const waiting: { resolve: (errcode: number) => void; reject: (error: Error) => void }[] = []
  const socket = net.connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  socket.on(
    'data',
    byLine((line) => waiting.shift()?.resolve(Number(line))),
  )
  socket.on('error', () => undefined)
  socket.on('close', () => {
    for (const { reject } of waiting.splice(0)) reject(new Error('the connection is gone'))
  })
  return (accessToken) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      socket.write(`${accessToken}\n`)
    })
}
