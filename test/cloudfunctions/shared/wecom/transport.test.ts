import { setTimeout as wait } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import {
  createTransport,
  type TransportOptions,
  type WireRequest,
} from '../../../../cloudfunctions/shared/wecom/transport'
import { failureOf } from './client'
import { createSelfSigned } from './self-signed'
import { startWireServer, wireAnswer, type WireBehaviour, type WireServer } from './wire-server'

const certificate = createSelfSigned()
const ok = wireAnswer({ errcode: 0 })

let server: WireServer | undefined
const start = async (behaviour: WireBehaviour) => (server = await startWireServer(behaviour))
afterEach(async () => {
  await server?.close()
  server = undefined
})

const ask = (options: TransportOptions, request: Partial<WireRequest> = {}) =>
  createTransport(options)({
    path: '/cgi-bin/user/get',
    query: { access_token: 'TOKEN', userid: 'lisi' },
    timeoutMs: 1000,
    connection: 'kept',
    ...request,
  })
const received = () => server?.connections.map((connection) => connection.received).join('') ?? ''

describe('not sent means that no byte of the request can have reached anybody', () => {
  test('nothing listens there', async () => {
    const { url } = await start({})
    await server?.close()
    expect(await failureOf(ask({ baseUrl: url }))).toMatchObject({ failure: 'notSent' })
  })

  test('the name has no address', async () => {
    const error = await failureOf(ask({ baseUrl: 'http://nobody.invalid' }))
    expect(error).toMatchObject({ failure: 'notSent' })
  })

  test('the certificate is nobody’s that we trust', async () => {
    const { url } = await start({ certificate, onData: ({ socket }) => socket.write(ok) })
    expect(await failureOf(ask({ baseUrl: url }))).toMatchObject({ failure: 'notSent' })
    await wait(50)
    expect(received()).toBe('')
  })

  test('the certificate is for another name', async () => {
    const { url } = await start({ certificate, onData: ({ socket }) => socket.write(ok) })
    const baseUrl = url.replace('127.0.0.1', 'localhost')
    const error = await failureOf(ask({ baseUrl, ca: certificate.cert }))
    expect(error).toMatchObject({ failure: 'notSent' })
    await wait(50)
    expect(received()).toBe('')
  })

  test.each<[string, WireBehaviour]>([
    ['at once', { onOpen: ({ socket }) => socket.destroy() }],
    ['in the middle of the handshake', { onData: ({ socket }) => socket.destroy() }],
    ['never', {}],
  ])('TLS is asked of a server that hangs up %s', async (_, behaviour) => {
    const { url } = await start(behaviour)
    const baseUrl = url.replace('http:', 'https:')
    const error = await failureOf(ask({ baseUrl, ca: certificate.cert }, { timeoutMs: 200 }))
    expect(error).toMatchObject({ failure: 'notSent' })
    expect(received()).not.toContain('TOKEN')
  })

  test('opening takes longer than it may', async () => {
    const { url } = await start({})
    const baseUrl = url.replace('http:', 'https:')
    const startedAt = Date.now()
    const error = await failureOf(ask({ baseUrl, connectTimeoutMs: 100 }, { timeoutMs: 5000 }))
    expect(error).toMatchObject({ failure: 'notSent' })
    expect(Date.now() - startedAt).toBeLessThan(1500)
  })

  test('there is no time left at all', async () => {
    const { url, connections } = await start({ onData: ({ socket }) => socket.write(ok) })
    const error = await failureOf(ask({ baseUrl: url }, { timeoutMs: 0 }))
    expect(error).toMatchObject({ failure: 'notSent' })
    await wait(50)
    expect(connections).toEqual([])
  })
})

describe('no answer means that WeCom may have read it', () => {
  const cuts: [string, WireBehaviour][] = [
    ['as soon as the connection is open', { onOpen: ({ socket }) => socket.destroy() }],
    ['when something has come', { onData: ({ socket }) => socket.destroy() }],
    ['after the status line', { onData: ({ socket }) => socket.end('HTTP/1.1 200 OK\r\n') }],
    ['inside the body', { onData: ({ socket }) => socket.end(ok.slice(0, -3)) }],
    ['never, and silent', {}],
  ]
  test.each(cuts)('cut %s', async (_, behaviour) => {
    const { url } = await start(behaviour)
    const error = await failureOf(ask({ baseUrl: url }, { timeoutMs: 300 }))
    expect(error).toMatchObject({ failure: 'noAnswer' })
  })
  test.each(cuts)('cut %s, behind TLS', async (_, behaviour) => {
    const { url } = await start({ ...behaviour, certificate })
    const error = await failureOf(ask({ baseUrl: url, ca: certificate.cert }, { timeoutMs: 300 }))
    expect(error).toMatchObject({ failure: 'noAnswer' })
  })
})

test.each([
  ['that is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
  ['with another status than 200', ok.replace('200 OK', '502 Bad Gateway')],
  ['larger than any reply', `HTTP/1.1 200 OK\r\n\r\n${' '.repeat(17 * 1024 * 1024)}`],
])('an answer %s is an odd reply', async (_, answer) => {
  const { url } = await start({ onData: ({ socket }) => socket.end(answer) })
  const error = await failureOf(ask({ baseUrl: url }, { timeoutMs: 5000 }))
  expect(error).toMatchObject({ failure: 'oddReply', field: '*' })
})

test('https works, and a second connection to the same server resumes the first one’s session', async () => {
  const resumed: boolean[] = []
  const { url } = await start({
    certificate,
    onOpen: ({ socket }) => resumed.push((socket as TLSSocket).isSessionReused()),
    onData: ({ socket }) => socket.write(ok),
  })
  const send = createTransport({ baseUrl: url, ca: certificate.cert })
  const request: WireRequest = { path: '/p', query: {}, timeoutMs: 1000, connection: 'fresh' }
  await expect(send(request)).resolves.toBe('{"errcode":0}')
  await expect(send(request)).resolves.toBe('{"errcode":0}')
  expect(resumed).toEqual([false, true])
})

test('a GET has its query and no body; a POST sends its body as JSON, and the token in the query', async () => {
  const { url } = await start({ onData: ({ socket }) => socket.write(ok) })
  await ask({ baseUrl: url })
  expect(received()).toMatch(
    /^GET \/cgi-bin\/user\/get\?access_token=TOKEN&userid=lisi HTTP\/1.1\r\n/,
  )
  expect(received()).toContain(`\r\nhost: ${new URL(url).host}\r\n`)
  await ask({ baseUrl: url }, { query: { access_token: 'T+/=' }, body: { name: '张三' } })
  const post = received().slice(received().indexOf('POST'))
  expect(post).toMatch(/^POST \/cgi-bin\/user\/get\?access_token=T%2B%2F%3D HTTP\/1.1\r\n/)
  expect(post).toContain('\r\ncontent-type: application/json\r\ncontent-length: 17\r\n')
  expect(post).toMatch(/\r\n\r\n\{"name":"张三"\}$/)
})

describe('connections', () => {
  const answering: WireBehaviour = { onData: ({ socket }) => socket.write(ok) }
  const request = (connection: WireRequest['connection']): WireRequest => ({
    path: '/p',
    query: {},
    timeoutMs: 2000,
    connection,
  })

  test('kept ones are used again, fresh ones never', async () => {
    const { url, connections } = await start(answering)
    const send = createTransport({ baseUrl: url })
    for (const kind of ['kept', 'kept', 'kept'] as const) {
      await send(request(kind))
      await wait(5)
    }
    expect(connections).toHaveLength(1)
    for (const kind of ['fresh', 'kept', 'fresh'] as const) {
      await send(request(kind))
      await wait(5)
    }
    expect(connections).toHaveLength(3)
  })

  test('a kept one that dies under its second request leaves that one unanswered; a fresh one can’t', async () => {
    const { url, connections } = await start({
      onData: ({ socket, received }) =>
        received.split('GET').length > 2 ? socket.destroy() : socket.write(ok),
    })
    const send = createTransport({ baseUrl: url })
    await send(request('kept'))
    await wait(5)
    expect(await failureOf(send(request('kept')))).toMatchObject({ failure: 'noAnswer' })
    await send(request('kept'))
    await wait(5)
    await expect(send(request('fresh'))).resolves.toBe('{"errcode":0}')
    expect(connections).toHaveLength(3)
  })

  test('at most 256 are open at once, and 600 requests at once are all answered over them', async () => {
    const { url, connections } = await start({
      onData: ({ socket }) => void setTimeout(() => socket.write(ok), 20),
    })
    const send = createTransport({ baseUrl: url })
    const answers = await Promise.all(Array.from({ length: 600 }, () => send(request('kept'))))
    expect(answers).toHaveLength(600)
    expect(connections).toHaveLength(256)
  })

  test('whoever waits too long for a turn was not sent, and the line goes on', async () => {
    let isSilent = true
    let heard = 0
    const { url } = await start({
      onData: ({ socket }) => {
        heard += 1
        if (!isSilent) socket.write(ok)
      },
    })
    const send = createTransport({ baseUrl: url })
    const impatient = { ...request('kept'), timeoutMs: 2000 }
    const silenced = Array.from({ length: 256 }, () => failureOf(send(impatient)))
    while (heard < 256) await wait(5)
    const late = failureOf(send({ ...impatient, path: '/late', timeoutMs: 100 }))
    const patient = send(request('kept'))
    expect(await late).toMatchObject({ failure: 'notSent' })
    isSilent = false
    const failures = new Set((await Promise.all(silenced)).map(({ failure }) => failure))
    expect([...failures]).toEqual(['noAnswer'])
    await expect(patient).resolves.toBe('{"errcode":0}')
    await wait(50)
    expect(received()).not.toContain('/late')
  })
})
