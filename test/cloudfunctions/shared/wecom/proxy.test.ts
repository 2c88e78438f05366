import { setTimeout as wait } from 'node:timers/promises'
import { inspect } from 'node:util'
import { readProxy } from '../../../../cloudfunctions/shared/wecom/proxy'
import {
  createTransport,
  type WireRequest,
} from '../../../../cloudfunctions/shared/wecom/transport'
import {
  startProxy,
  type ForwardProxyOptions,
  type ForwardProxyServer,
} from '../../../support/proxy'
import { failureOf } from './client'
import { createSelfSigned } from './self-signed'
import { startWireServer, wireAnswer, type WireBehaviour, type WireServer } from './wire-server'

const certificate = createSelfSigned()
const answering: WireBehaviour = {
  onData: ({ socket }) => socket.write(wireAnswer({ errcode: 0 })),
}
const request: WireRequest = {
  path: '/cgi-bin/gettoken',
  query: { corpsecret: 'SECRET' },
  timeoutMs: 1000,
  connection: 'kept',
}

let target: WireServer
let proxy: ForwardProxyServer
const start = async (behaviour: WireBehaviour, options?: ForwardProxyOptions) => {
  target = await startWireServer(behaviour)
  proxy = await startProxy(options)
}
const sendVia = (proxyUrl: string) =>
  createTransport({ baseUrl: target.url, proxy: proxyUrl, ca: certificate.cert })
const withPassword = () => proxy.url.replace('//', '//user:p%40ss%2Fword@')
const received = () => target.connections.map((connection) => connection.received).join('')

afterEach(async () => {
  await proxy.close()
  await target.close()
})

describe('an https target is reached through a tunnel', () => {
  test('the proxy learns the host and the port, and nothing else', async () => {
    await start({ ...answering, certificate })
    await expect(sendVia(proxy.url)(request)).resolves.toBe('{"errcode":0}')
    expect(proxy.asked).toEqual([`CONNECT ${new URL(target.url).host}`])
    expect(received()).toMatch(/^GET \/cgi-bin\/gettoken\?corpsecret=SECRET HTTP/)
    expect(received()).not.toMatch(/proxy-authorization/i)
  })

  test('one tunnel carries many requests, long after the time it had to open', async () => {
    await start({ ...answering, certificate })
    const send = createTransport({
      baseUrl: target.url,
      proxy: proxy.url,
      ca: certificate.cert,
      connectTimeoutMs: 200,
    })
    await send(request)
    await wait(300)
    await send(request)
    expect(proxy.asked).toHaveLength(1)
    expect(target.connections).toHaveLength(1)
  })

  test('name and password go to the proxy alone', async () => {
    await start({ ...answering, certificate })
    await sendVia(withPassword())(request)
    const credentials = Buffer.from('user:p@ss/word').toString('base64')
    expect(proxy.authorizations).toEqual([`Basic ${credentials}`])
    expect(received()).not.toContain(credentials)
  })

  test.each<[string, ForwardProxyOptions]>([
    ['wants a password', { refuseWith: 407 }],
    ['does not reach WeCom', { refuseWith: 502 }],
    ['hangs up', { hangUp: true }],
  ])('a proxy that %s: not sent, and known at once', async (_, options) => {
    await start({ ...answering, certificate }, options)
    const startedAt = Date.now()
    expect(await failureOf(sendVia(proxy.url)(request))).toMatchObject({ failure: 'notSent' })
    expect(Date.now() - startedAt).toBeLessThan(request.timeoutMs / 2)
    expect(target.connections).toEqual([])
  })

  test('a tunnel that opens too late carries no request afterwards', async () => {
    await start({ ...answering, certificate }, { delayMs: 150 })
    const error = await failureOf(sendVia(proxy.url)({ ...request, timeoutMs: 50 }))
    expect(error).toMatchObject({ failure: 'notSent' })
    await wait(400)
    expect(received()).toBe('')
  })

  test('a certificate of nobody we trust is found out behind the proxy too', async () => {
    await start({ ...answering, certificate })
    const send = createTransport({ baseUrl: target.url, proxy: proxy.url })
    expect(await failureOf(send(request))).toMatchObject({ failure: 'notSent' })
    expect(received()).toBe('')
  })
})

describe('an http target is asked for by its whole address', () => {
  test('the proxy relays, and is told who asks', async () => {
    await start(answering)
    await expect(sendVia(withPassword())(request)).resolves.toBe('{"errcode":0}')
    expect(proxy.asked).toEqual([`GET ${target.url}/cgi-bin/gettoken?corpsecret=SECRET`])
    expect(proxy.authorizations[0]).toMatch(/^Basic /)
    expect(received()).toContain(`host: ${new URL(target.url).host}\r\n`)
  })

  test('a refusal of the proxy is no reply of WeCom', async () => {
    await start(answering, { refuseWith: 407 })
    expect(await failureOf(sendVia(proxy.url)(request))).toMatchObject({ failure: 'oddReply' })
    expect(target.connections).toEqual([])
  })
})

test('a proxy that is not there: not sent', async () => {
  await start(answering)
  await proxy.close()
  expect(await failureOf(sendVia(proxy.url)(request))).toMatchObject({ failure: 'notSent' })
})

test('the address of a proxy is kept without its name and password', () => {
  const { address } = readProxy('http://user:PASSWORD@proxy.example.com:3128')
  expect(address.href).toBe('http://proxy.example.com:3128/')
})

test.each([
  'https://user:PASSWORD@proxy:1',
  'socks5://user:PASSWORD@proxy',
  'user:PASSWORD@%%%',
  '',
])('a proxy that cannot be one is refused without quoting it: %s', async (value) => {
  await start({})
  let error: unknown
  try {
    readProxy(value)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toBeInstanceOf(Error)
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain('PASSWORD')
})
