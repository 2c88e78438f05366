import { readFromPhone, readQuestion, type Question } from './messages'
import { methodNamed } from './methods'

/** One end of a WebSocket. */
export interface Peer {
  send(text: string): void
  close(code: number, reason: string): void
}

/** A peer's way into the relay. */
export interface Entry {
  hear(text: string): void
  leave(): void
}

export interface RelayParts {
  /** A picture of the phone as PNG; absent where nobody has a camera. */
  screenshot?: (() => Promise<Buffer>) | undefined
  /** Milliseconds that a question waits for a phone to be opened, or to be loaded again. */
  patienceMs: number
}

interface Asked {
  client: Peer
  id: string
  phone: Peer
}

/** WebSocket's "invalid payload data". */
const NOT_THE_PROTOCOL = 1007
const NORMAL = 1000

/**
 * Between the clients, who ask, and the phones open in browsers, of which the one that was opened last
 * answers. Each question goes on under a number of the relay's own, for two clients may have the same ids.
 */
export function createRelay({ screenshot, patienceMs }: RelayParts) {
  const clients = new Set<Peer>()
  const phones: Peer[] = []
  const asked = new Map<string, Asked>()
  const waiting = new Set<{ client: Peer; proceed(phone: Peer | undefined): void }>()
  let last = 0

  const answer = (client: Peer, id: string, outcome: object) => {
    if (clients.has(client)) client.send(JSON.stringify({ id, ...outcome }))
  }
  const refuse = (client: Peer, id: string, message: string) =>
    answer(client, id, { error: { message } })

  /** The phone that is driven: at once, or when one comes in time. */
  const phoneFor = (client: Peer) =>
    new Promise<Peer | undefined>((resolve) => {
      const now = phones.at(-1)
      if (now !== undefined) return resolve(now)
      const entry = {
        client,
        proceed(phone: Peer | undefined) {
          clearTimeout(timer)
          waiting.delete(entry)
          resolve(phone)
        },
      }
      const timer = setTimeout(() => entry.proceed(undefined), patienceMs)
      waiting.add(entry)
    })

  const askPhone = async (client: Peer, { id, method, params }: Question) => {
    const phone = await phoneFor(client)
    if (phone === undefined)
      return refuse(client, id, 'no phone is open: open the preview in a browser first')
    const number = String((last += 1))
    asked.set(number, { client, id, phone })
    phone.send(JSON.stringify({ id: number, method, params }))
  }

  const capture = async (client: Peer, id: string) => {
    if (screenshot === undefined)
      return refuse(client, id, 'App.captureScreenshot: nobody lends the preview a camera')
    try {
      answer(client, id, { result: { data: (await screenshot()).toString('base64') } })
    } catch {
      refuse(client, id, 'App.captureScreenshot: the browser gave no picture')
    }
  }

  const ask = (client: Peer, question: Question) => {
    const { id, method } = question
    const known = methodNamed(method)
    if (known === undefined) return refuse(client, id, `${method} is not a method of this protocol`)
    if (known.by === 'nobody')
      return refuse(client, id, `${method} is not simulated in the preview: ${known.note ?? ''}`)
    if (known.by === 'phone') return void askPhone(client, question)
    if (method === 'App.captureScreenshot') return void capture(client, id)
    answer(client, id, { result: {} })
    client.close(NORMAL, 'closed by its client')
  }

  return {
    client(peer: Peer): Entry {
      clients.add(peer)
      return {
        hear(text) {
          const question = readQuestion(text)
          if (question === undefined)
            peer.close(NOT_THE_PROTOCOL, 'not {id, method, params} in JSON')
          else ask(peer, question)
        },
        leave() {
          clients.delete(peer)
          for (const entry of waiting) if (entry.client === peer) entry.proceed(undefined)
          for (const [number, { client }] of asked) if (client === peer) asked.delete(number)
        },
      }
    },
    phone(peer: Peer): Entry {
      phones.push(peer)
      for (const entry of [...waiting]) entry.proceed(peer)
      return {
        hear(text) {
          const said = readFromPhone(text)
          if (said === undefined) return
          if ('method' in said) {
            if (peer === phones.at(-1))
              clients.forEach((client) => client.send(JSON.stringify(said)))
            return
          }
          const { id, ...outcome } = said
          const question = asked.get(id)
          // An answer counts from whom the question went to.
          if (question?.phone !== peer) return
          asked.delete(id)
          answer(question.client, question.id, outcome)
        },
        leave() {
          phones.splice(phones.indexOf(peer), 1)
          for (const [number, { client, id, phone }] of asked) {
            if (phone !== peer) continue
            asked.delete(number)
            refuse(client, id, 'the phone was closed, or loaded again, before it answered')
          }
        },
      }
    },
    close() {
      for (const entry of [...waiting]) entry.proceed(undefined)
    },
  }
}
