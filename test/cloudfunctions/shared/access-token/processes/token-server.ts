import { randomBytes } from 'node:crypto'
import http from 'node:http'
import type net from 'node:net'
import type { AddressInfo } from 'node:net'
import { listen } from '../../../../support/store-server'
import { serveChecks } from './check-line'

/** What gettoken does. `cut` breaks off after the token was made, `html` is something in between. */
export type GettokenMode =
  'ok' | 'away' | 'hangs' | 'busy' | 'limit' | 'secretWrong' | 'html' | 'cut'

export interface TokenServerState {
  gettoken: GettokenMode
  /** Every token is rejected, good ones too. */
  rejectsAll: boolean
  /** Ms that gettoken takes; half as much to one and a half times as much. */
  delayMs: number
  lifeMs: number
  /** gettoken always gives a new token and ends the old one. */
  rotates: boolean
}

/** Stands in for WeCom where only the token counts: gettoken, and one call that wants it. */
export interface TokenServer {
  /** Of gettoken. */
  url: string
  /** Of the call that wants a token; see check-line. */
  checkPort: number
  change(state: Partial<TokenServerState>): void
  /** Ends the token early. */
  invalidate(): void
  /** When each gettoken arrived, in ms that never go back. */
  gettokens: number[]
  rejections(): number
  /** The most gettokens under way at once since the last time this was asked. */
  mostAtOnce(): number
  /** Every token that was ever given. */
  given: ReadonlySet<string>
  close(): Promise<void>
}

const usual: TokenServerState = {
  gettoken: 'ok',
  rejectsAll: false,
  delayMs: 20,
  lifeMs: 7_200_000,
  rotates: false,
}
const errcodes: Partial<Record<GettokenMode, number>> = {
  busy: -1,
  limit: 45009,
  secretWrong: 40001,
}

export const startTokenServer = async (): Promise<TokenServer> => {
  let state = usual
  let current: { accessToken: string; diesAt: number } | undefined
  let rejections = 0
  let underWay = 0
  let most = 0
  const gettokens: number[] = []
  const given = new Set<string>()

  const currentToken = () => {
    if (!current || state.rotates || performance.now() >= current.diesAt) {
      const accessToken = randomBytes(48).toString('base64url')
      current = { accessToken, diesAt: performance.now() + state.lifeMs }
      given.add(accessToken)
    }
    return current
  }
  const gettoken = async (response: http.ServerResponse) => {
    const { gettoken: mode, delayMs } = state
    gettokens.push(performance.now())
    if (mode === 'away') return void response.destroy()
    if (mode === 'hangs') return
    await new Promise((resolve) => setTimeout(resolve, delayMs * (0.5 + Math.random())))
    const errcode = errcodes[mode]
    if (mode === 'html') return void response.end('<html>502</html>')
    if (errcode !== undefined) return void response.end(JSON.stringify({ errcode, errmsg: '' }))
    const { accessToken, diesAt } = currentToken()
    if (mode === 'cut') return void response.destroy()
    const expiresInSeconds = (diesAt - performance.now()) / 1000
    response.end(JSON.stringify({ errcode: 0, accessToken, expiresInSeconds }))
  }
  const check = (accessToken: string): number => {
    const isCurrent = current !== undefined && accessToken === current.accessToken
    const isAlive = isCurrent && performance.now() < (current?.diesAt ?? 0)
    if (isAlive && !state.rejectsAll) return 0
    rejections++
    return isCurrent && !state.rejectsAll ? 42001 : 40014
  }

  const server = http.createServer((_, response) => {
    most = Math.max(most, ++underWay)
    response.on('close', () => underWay--)
    void gettoken(response)
  })
  const checks = serveChecks(check)
  const connections = new Set<net.Socket>()
  checks.on('connection', (socket) => {
    connections.add(socket)
    socket.on('close', () => connections.delete(socket))
  })
  await new Promise<void>((resolve) => checks.listen(0, '127.0.0.1', resolve))
  const { url, close } = await listen(server)
  return {
    url,
    checkPort: (checks.address() as AddressInfo).port,
    change: (change) => {
      state = { ...state, ...change }
    },
    invalidate: () => {
      current = undefined
    },
    gettokens,
    rejections: () => rejections,
    mostAtOnce: () => {
      const asked = most
      most = underWay
      return asked
    },
    given,
    async close() {
      for (const socket of connections) socket.destroy()
      checks.close()
      await close()
    },
  }
}
