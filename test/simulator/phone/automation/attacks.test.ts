/** Whoever connects runs code in the mini program: nobody may who is not meant to, and nothing may end it. */
import { request } from 'node:http'
import { networkInterfaces } from 'node:os'
import type { Browser } from 'playwright-core'
import WebSocket, { type ClientOptions } from 'ws'
import { createPhone } from '../../../../simulator/phone'
import { describeInChromium, launchChromium } from '../../../support/chromium'
import { FIXTURE } from '../temporary-app'
import { serveDrivenPhone, type DrivenPhone } from './driven-phone'

let phone: DrivenPhone
beforeAll(async () => {
  phone = await serveDrivenPhone(undefined, { patienceMs: 100 })
})
afterAll(() => phone.close())

/** 101 when it was let in; the socket stays open. */
const knock = (url: string, options: ClientOptions = {}) =>
  new Promise<{ status: number; socket: WebSocket }>((resolve, reject) => {
    const socket = new WebSocket(url, options)
    socket.on('open', () => resolve({ status: 101, socket }))
    socket.on('unexpected-response', (_request, { statusCode = 0 }) =>
      resolve({ status: statusCode, socket }),
    )
    socket.on('error', reject)
  })
const statusOf = async (url: string, options?: ClientOptions) => {
  const { status, socket } = await knock(url, options)
  socket.terminate()
  return status
}
const closing = (socket: WebSocket) =>
  new Promise<number>((resolve) => socket.on('close', (reason) => resolve(reason)))
const ask = (socket: WebSocket, message: object) =>
  new Promise<{ id: string; error?: { message: string }; result?: unknown }>((resolve) => {
    socket.once('message', (data) => resolve(JSON.parse(String(data))))
    socket.send(JSON.stringify(message))
  })
const phonePage = async () => (await fetch(`${phone.url}/phone`)).text()
const phoneEndpoint = async () =>
  /"automation":"([^"]+)"/.exec(await phonePage())?.[1] ?? 'no endpoint in the page'

describe('who may connect', () => {
  test.each(['https://evil.example', 'http://127.0.0.1:8787', 'null', 'file://', ''])(
    'no page of a browser may drive the phone, of whatever origin: %p',
    async (origin) => {
      expect(await statusOf(phone.wsEndpoint, { headers: { origin } })).toBe(403)
    },
  )

  test.each(['evil.example', 'evil.example:9420', '127.0.0.1.evil.example', '[::2]', 'localhost.'])(
    'a name that is not this machine’s is refused: %s',
    async (host) => {
      expect(await statusOf(phone.wsEndpoint, { headers: { host } })).toBe(403)
    },
  )

  test('the client that names no origin is let in, under each of our own names', async () => {
    const { port } = new URL(phone.wsEndpoint)
    expect(await statusOf(phone.wsEndpoint)).toBe(101)
    expect(await statusOf(phone.wsEndpoint, { headers: { host: `localhost:${port}` } })).toBe(101)
  })

  test('it listens on loopback only', async () => {
    const { port } = new URL(phone.wsEndpoint)
    const elsewhere = Object.values(networkInterfaces())
      .flat()
      .find((address) => address?.family === 'IPv4' && !address.internal)
    if (elsewhere === undefined) return
    await expect(statusOf(`ws://${elsewhere.address}:${port}`)).rejects.toThrow('ECONNREFUSED')
  })

  test('a phone needs the path that its page was told, and a page’s origin of this machine', async () => {
    const endpoint = await phoneEndpoint()
    const origin = phone.url
    expect(await statusOf(endpoint, { headers: { origin } })).toBe(101)
    expect(await statusOf(endpoint)).toBe(403)
    expect(await statusOf(endpoint, { headers: { origin: 'https://evil.example' } })).toBe(403)
    const guessed = `${phone.wsEndpoint}/phone/${'A'.repeat(24)}`
    expect(await statusOf(guessed, { headers: { origin } })).toBe(403)
    expect(await statusOf(`${phone.wsEndpoint}/phone`, { headers: { origin } })).toBe(403)
  })

  test('the path is not told to pages elsewhere', async () => {
    const response = await fetch(`${phone.url}/phone`, {
      headers: { origin: 'https://evil.example' },
    })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
  })

  test('a plain request learns nothing', async () => {
    const { port } = new URL(phone.wsEndpoint)
    const status = await new Promise((resolve) =>
      request({ host: '127.0.0.1', port }, ({ statusCode }) => resolve(statusCode)).end(),
    )
    expect(status).toBe(426)
  })
})

test('without the option there is no endpoint, and the page runs no code from strings', async () => {
  const plain = createPhone({ root: FIXTURE, appId: 'wx1' })
  const { url } = await plain.listen()
  const response = await fetch(`${url}/phone`)
  expect(await plain.automation()).toBeUndefined()
  expect(await response.text()).toContain('"automation":""')
  expect(response.headers.get('content-security-policy')).not.toContain('unsafe-eval')
  await plain.close()
})

test('a port that is taken is said at once, and takes nothing down', async () => {
  const { port } = new URL(phone.wsEndpoint)
  const second = createPhone({ root: FIXTURE, appId: 'wx1', automation: { port: Number(port) } })
  await expect(second.automation()).rejects.toThrow('EADDRINUSE')
  await second.close()
  expect(await statusOf(phone.wsEndpoint)).toBe(101)
})

describe('what a client may send', () => {
  test.each(['', 'hello', '[]', 'null', '{}', '{"id":1,"method":"Tool.getInfo"}', '{"id":"1"}'])(
    'what is not the protocol ends the connection, and only that one: %p',
    async (text) => {
      const [bad, good] = [await knock(phone.wsEndpoint), await knock(phone.wsEndpoint)]
      bad.socket.send(text)
      expect(await closing(bad.socket)).toBe(1007)
      expect((await ask(good.socket, { id: 'x', method: 'Tool.getTicket' })).id).toBe('x')
      good.socket.terminate()
    },
  )

  test('a message that is too large ends the connection', async () => {
    const { socket } = await knock(phone.wsEndpoint)
    socket.send(
      JSON.stringify({ id: '1', method: 'App.callFunction', params: { a: 'x'.repeat(9e6) } }),
    )
    expect(await closing(socket)).toBe(1009)
    expect(await statusOf(phone.wsEndpoint)).toBe(101)
  })

  test.each(['App.nothing', 'constructor', '__proto__', 'toString', 'Element'])(
    'an unknown method is refused by name: %s',
    async (method) => {
      const { socket } = await knock(phone.wsEndpoint)
      const { error } = await ask(socket, { id: '1', method })
      expect(error?.message).toBe(`${method} is not a method of this protocol`)
      socket.terminate()
    },
  )

  test('with no phone open a question waits for a while, and then is told', async () => {
    const { socket } = await knock(phone.wsEndpoint)
    const { error } = await ask(socket, { id: '1', method: 'App.getCurrentPage' })
    expect(error?.message).toBe('no phone is open: open the preview in a browser first')
    socket.terminate()
  })
})

describe('two at once', () => {
  const opened = async () =>
    (await knock(await phoneEndpoint(), { headers: { origin: phone.url } })).socket
  /** What the phone hears next. */
  const heard = (socket: WebSocket) =>
    new Promise<{ id: string; method: string }>((resolve) =>
      socket.once('message', (data) => resolve(JSON.parse(String(data)))),
    )

  test('clients with the same ids each get their own answer', async () => {
    const page = await opened()
    const [one, two] = [await knock(phone.wsEndpoint), await knock(phone.wsEndpoint)]
    const questions: { id: string; params: { from: string } }[] = []
    const both = new Promise<void>((resolve) =>
      page.on('message', (data) => {
        questions.push(JSON.parse(String(data)))
        if (questions.length === 2) resolve()
      }),
    )
    const answers = ['one', 'two'].map((from, at) =>
      ask([one, two][at]?.socket as WebSocket, {
        id: 'same',
        method: 'App.callFunction',
        params: { from },
      }),
    )
    await both
    // The other way round.
    for (const { id, params } of questions.reverse())
      page.send(JSON.stringify({ id, result: params.from }))
    expect(await Promise.all(answers)).toEqual([
      { id: 'same', result: 'one' },
      { id: 'same', result: 'two' },
    ])
    for (const socket of [one.socket, two.socket, page]) socket.terminate()
  })

  test('a client that is gone takes its question with it', async () => {
    const page = await opened()
    const gone = await knock(phone.wsEndpoint)
    gone.socket.send(JSON.stringify({ id: '1', method: 'App.getCurrentPage' }))
    const { id } = await heard(page)
    gone.socket.terminate()
    await closing(gone.socket)
    page.send(JSON.stringify({ id, result: {} }))
    const other = await knock(phone.wsEndpoint)
    const answer = ask(other.socket, { id: '2', method: 'App.getCurrentPage' })
    const next = await heard(page)
    page.send(JSON.stringify({ id: next.id, result: { pageId: 5 } }))
    expect(await answer).toEqual({ id: '2', result: { pageId: 5 } })
    for (const socket of [other.socket, page]) socket.terminate()
  })

  test('a phone that is gone before it answered is said to be', async () => {
    const page = await opened()
    const { socket } = await knock(phone.wsEndpoint)
    const answer = ask(socket, { id: '1', method: 'App.getCurrentPage' })
    await heard(page)
    page.terminate()
    expect((await answer).error?.message).toContain('closed, or loaded again')
    socket.terminate()
  })

  test('of two phones the one opened last is driven, and then the one before', async () => {
    const [first, second] = [await opened(), await opened()]
    const { socket } = await knock(phone.wsEndpoint)
    const respond = (page: WebSocket, name: string) =>
      page.on('message', (data) => {
        const { id } = JSON.parse(String(data)) as { id: string }
        page.send(JSON.stringify({ id, result: name }))
      })
    respond(first, 'first')
    respond(second, 'second')
    const driven = () => ask(socket, { id: '1', method: 'App.getCurrentPage' })
    expect((await driven()).result).toBe('second')
    second.close()
    await closing(second)
    expect((await driven()).result).toBe('first')
    for (const peer of [socket, first]) peer.terminate()
  })

  test('a phone cannot answer for another', async () => {
    const [other, page] = [await opened(), await opened()]
    const { socket } = await knock(phone.wsEndpoint)
    const answer = ask(socket, { id: '1', method: 'App.getCurrentPage' })
    const { id } = await heard(page)
    other.send(JSON.stringify({ id, result: 'false' }))
    other.send('not even JSON')
    other.close()
    await closing(other)
    page.send(JSON.stringify({ id, result: 'true' }))
    expect((await answer).result).toBe('true')
    for (const peer of [socket, page]) peer.terminate()
  })
})

describeInChromium('a page in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  test.each(['', '/', '/phone'])('cannot connect, even one of ours: %p', async (path) => {
    const page = await browser.newPage()
    await page.goto(`${phone.url}/_phone/phone-style.css`)
    const outcome = await page.evaluate(
      (endpoint) =>
        new Promise((resolve) => {
          const socket = new globalThis.WebSocket(endpoint)
          socket.onopen = () => resolve('open')
          socket.onerror = () => resolve('refused')
        }),
      phone.wsEndpoint + path,
    )
    expect(outcome).toBe('refused')
    await page.close()
  })
})
