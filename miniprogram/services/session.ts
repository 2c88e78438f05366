import type { Session, SignInResult } from '../../typings/api'
import { phoneFailure } from './answer'
import type { Answer } from './answer'
import type { Login } from './login'
import type { Call } from './transport'

/** The share of a session's life after which it is lengthened while it goes on serving. */
const RENEW_AFTER = 0.8

export interface SessionParts {
  /** The function that exchanges this host's codes. */
  door: 'identity' | 'wechat'
  login: Login
  call: Call
  /** Epoch milliseconds. */
  clock(): number
  /** Hears what a sign-in on the way found out: WeCom may have changed its mind about the person. */
  onRenewed(answer: Answer<SignInResult>): void
}

export interface SessionKeeper {
  /** Signs in through the host; whoever asks meanwhile gets the same answer. */
  signIn(): Promise<Answer<SignInResult>>
  /** Sends with a session; when the server wants a new sign-in, does that and sends again, once. */
  withSession<T>(send: (session: string) => Promise<Answer<T>>): Promise<Answer<T>>
  /** Whether a session is at hand that has not run out. */
  active(): boolean
  /** Until when the session at hand counts, if nobody lengthens it: epoch milliseconds; null without one. */
  until(): number | null
  /** Drops the session; a sign-in under way will not bring one back. */
  forget(): void
  /** The same, and lets the server know, which nobody waits for. */
  end(): void
}

const SIGNED_OUT: Answer<never> = {
  ok: false,
  error: { code: 'SESSION_REFUSED', retry: 'no', traceId: '' },
}

interface Held {
  token: string
  renewFrom: number
  until: number
}

/**
 * Keeps the session, in memory only. Its life is measured on the phone's own clock from the moment of
 * receipt, because that clock may be hours away from the server's.
 */
export function createSession(parts: SessionParts): SessionKeeper {
  const { door, login, call, clock, onRenewed } = parts
  let held: Held | null = null
  let pending: Promise<Answer<SignInResult>> | null = null
  let renewing = false
  let timesForgotten = 0

  function signIn(): Promise<Answer<SignInResult>> {
    if (pending) return pending
    const mine = exchangeWithFreshCode().then((answer) => {
      if (pending !== mine) {
        // Signed out meanwhile: nobody holds this session, so it need not live.
        if (answer.ok) tellSignedOut(answer.data.session.token)
        return answer
      }
      pending = null
      if (answer.ok) hold(answer.data.session)
      return answer
    })
    pending = mine
    return mine
  }

  function exchangeWithFreshCode(): Promise<Answer<SignInResult>> {
    return exchange().then((first) => {
      // The code is spent, whatever became of it: a new one is worth one try.
      const isSpent = !first.ok && first.error.retry === 'signIn'
      return isSpent ? exchange() : first
    })
  }

  function exchange(): Promise<Answer<SignInResult>> {
    return login().then((jsCode): Answer<SignInResult> | Promise<Answer<SignInResult>> => {
      if (!jsCode.ok) return jsCode
      return call(door, 'signIn', { jsCode: jsCode.data }).then((answer) =>
        !answer.ok || isSession(answer.data.session) ? answer : phoneFailure('NO_REPLY'),
      )
    })
  }

  function hold(session: Session): void {
    const life = session.lifeSeconds * 1000
    held = {
      token: session.token,
      renewFrom: clock() + life * RENEW_AFTER,
      until: clock() + life,
    }
  }

  function active(): boolean {
    return held !== null && clock() < held.until
  }

  function usableToken(): Promise<Answer<string>> {
    if (held && active()) {
      const { token } = held
      if (clock() >= held.renewFrom) renewBehind(token)
      return Promise.resolve({ ok: true, data: token })
    }
    const isOwn = pending === null
    const before = timesForgotten
    return signIn().then((answer): Answer<string> => {
      // Whoever began a sign-in that others join tells of it.
      if (isOwn && timesForgotten === before) onRenewed(answer)
      return answer.ok ? { ok: true, data: answer.data.session.token } : answer
    })
  }

  function renewBehind(token: string): void {
    if (pending || renewing) return
    const before = timesForgotten
    renewing = true
    void call('identity', 'renew', {}, { session: token }).then((renewed) => {
      renewing = false
      // Signed out, or signed in anew meanwhile: this is about a session that nobody has any more.
      if (held?.token !== token) return
      if (renewed.ok) {
        if (isSession(renewed.data.session)) hold(renewed.data.session)
        return
      }
      const tell = (answer: Answer<SignInResult>) => {
        if (timesForgotten === before) onRenewed(answer)
      }
      // Too old to be lengthened, or ended elsewhere: the host vouches for the person again.
      if (renewed.error.retry === 'signIn') void signIn().then(tell)
      else tell(renewed)
    })
  }

  function tellSignedOut(token: string): void {
    void call('identity', 'signOut', {}, { session: token })
  }

  function forget(): void {
    held = null
    pending = null
    timesForgotten += 1
  }

  return {
    signIn,
    active,
    until: () => (held && active() ? held.until : null),
    withSession<T>(send: (session: string) => Promise<Answer<T>>) {
      type Outcome = Answer<T> | Promise<Answer<T>>
      const before = timesForgotten
      // Signed out meanwhile: nobody asked for anything any more.
      const isOver = () => timesForgotten !== before
      return usableToken().then((first): Outcome => {
        if (!first.ok) return first
        if (isOver()) return SIGNED_OUT
        return send(first.data).then((answer): Outcome => {
          if (answer.ok || answer.error.retry !== 'signIn') return answer
          if (isOver()) return answer
          // Another call may have replaced the refused session already.
          if (held?.token === first.data) held = null
          return usableToken().then((second): Outcome => {
            if (!second.ok) return second
            return isOver() ? SIGNED_OUT : send(second.data)
          })
        })
      })
    },
    forget,
    end() {
      const session = held?.token
      forget()
      if (session) tellSignedOut(session)
    },
  }
}

function isSession(session?: Partial<Session>): boolean {
  return (
    typeof session?.token === 'string' && session.token !== '' && Number(session.lifeSeconds) > 0
  )
}
