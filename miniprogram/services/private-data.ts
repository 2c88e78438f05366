import type { Sealed, Unsealed } from '../../typings/api'
import { phoneFailure } from './answer'
import type { Answer, Failure } from './answer'
import { settled } from './callback'
import type { Callbacks } from './callback'
import type { FailureLog } from './failure-log'
import type { SessionKeeper } from './session'
import type { Call } from './transport'

/** What WeCom gives only when the employee agrees, each time anew. */
export type PrivateField = 'mobile' | 'email' | 'avatar'

/** The part of `wx.qy` that asks the employee. */
export interface PrivateDataSource {
  canIUse(schema: string): boolean
  checkSession(options: Callbacks<unknown>): void
  getMobile(options: Callbacks<Encrypted>): void
  getEmail(options: Callbacks<Encrypted>): void
  getAvatar(options: Callbacks<{ avatar: string }>): void
}

interface Encrypted {
  encryptedData: string
  iv: string
}

export interface PrivateData {
  /** Whether this client can be asked for it at all. */
  offers(field: PrivateField): boolean
  /** Asks the employee, and gives what they agreed to: a number, an address, the url of a picture. */
  ask(field: PrivateField): Promise<Answer<string>>
}

export interface PrivateDataParts {
  /** Absent outside WeCom. */
  source: PrivateDataSource | undefined
  session: SessionKeeper
  call: Call
  failures: FailureLog
}

const CALLS = { mobile: 'getMobile', email: 'getEmail', avatar: 'getAvatar' } as const

/** What the employee declined is nothing that went wrong. */
const DECLINED = phoneFailure('NOT_GIVEN')

/**
 * The employee's mobile number, mail address and picture, from WeCom's client and with their consent.
 * Number and address are encrypted under the key of the last sign-in; only the server can open them.
 * https://developer.work.weixin.qq.com/document/path/91620
 */
export function createPrivateData(parts: PrivateDataParts): PrivateData {
  const { source, session, call, failures } = parts

  /** Why the client gave nothing: its words differ from client to client, so the session is looked at. */
  function reasonOf(client: PrivateDataSource): Promise<Failure> {
    return settled<unknown>((callbacks) => client.checkSession(callbacks)).then(
      () => DECLINED.error,
      (): Failure => ({ code: 'SESSION_REFUSED', retry: 'signIn', traceId: '' }),
    )
  }

  function given<T>(
    client: PrivateDataSource,
    start: (callbacks: Callbacks<T>) => void,
  ): Promise<Answer<T>> {
    return settled(start).then(
      (data): Answer<T> => ({ ok: true, data }),
      () => reasonOf(client).then((error): Answer<T> => ({ ok: false, error })),
    )
  }

  function sealed(client: PrivateDataSource, kind: 'mobile' | 'email'): Promise<Answer<Sealed>> {
    return given<Encrypted>(client, (callbacks) => client[CALLS[kind]](callbacks)).then(
      (answer) => {
        if (!answer.ok) return answer
        const { encryptedData, iv } = answer.data
        return { ok: true, data: { kind, encryptedData, iv } }
      },
    )
  }

  function unsealed(client: PrivateDataSource, kind: 'mobile' | 'email'): Promise<Answer<string>> {
    // Asked for inside: after a new sign-in the client has to encrypt anew.
    const opened = session.withSession((token) =>
      sealed(client, kind).then((answer): Answer<Unsealed> | Promise<Answer<Unsealed>> =>
        answer.ok ? call('identity', 'unseal', answer.data, { session: token }) : answer,
      ),
    )
    return opened.then((answer) => (answer.ok ? readText(answer.data[kind]) : answer))
  }

  function portrait(client: PrivateDataSource): Promise<Answer<string>> {
    const shown = session.withSession(() =>
      given<{ avatar: string }>(client, (callbacks) => client.getAvatar(callbacks)),
    )
    return shown.then((answer) => (answer.ok ? readText(answer.data.avatar) : answer))
  }

  return {
    offers: (field) => source !== undefined && source.canIUse(CALLS[field]),
    ask(field) {
      if (!source) return Promise.resolve(DECLINED)
      const asked = field === 'avatar' ? portrait(source) : unsealed(source, field)
      return asked.then((answer) => {
        if (!answer.ok && answer.error.code !== 'NOT_GIVEN') failures.note(answer.error)
        return answer
      })
    },
  }
}

function readText(text: unknown): Answer<string> {
  return typeof text === 'string' && text !== ''
    ? { ok: true, data: text }
    : phoneFailure('NO_REPLY')
}
