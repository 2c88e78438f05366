import type { Employee, SignInResult } from '../../typings/api'
import { phoneFailure } from './answer'
import type { Answer, Failure } from './answer'
import { isBadge, isSamePerson } from './badge'
import type { Badge } from './badge'
import { failureKind } from './failure-kinds'
import type { Host } from './host'
import { createListeners } from './listeners'
import type { SessionKeeper } from './session'
import type { StoredBadge } from './stored-badge'
import type { Call } from './transport'

/** The fields of the badge, and after a confirmation everything that the server sent. */
export type KnownEmployee = Badge & Partial<Employee>

export interface ReadyState {
  state: 'ready'
  employee: KnownEmployee
  /** From storage, or of a time before the last attempt to confirm it failed. */
  stale: boolean
  /** When WeCom last confirmed it: epoch milliseconds of the phone's own clock. */
  asOf: number
  /** Why the last confirmation did not succeed; absent while none has failed. */
  failure?: Failure
}

export interface RefusedState {
  state: 'notEmployee' | 'noAccess' | 'failed'
  failure: Failure
}

export type IdentityState =
  { state: 'loading' } | ReadyState | { state: 'outside' } | { state: 'signedOut' } | RefusedState

export interface IdentityParts {
  host: Host
  /** Whether plain WeChat has a door here at all. */
  wechatDoor: boolean
  session: SessionKeeper
  call: Call
  storedBadge: StoredBadge
  /** Epoch milliseconds. */
  clock(): number
}

/** The door of this house for every page: who is it, and how do we know. */
export interface Identity {
  current(): IdentityState
  /** For every time the mini program comes to the front: confirms what is not fresh. */
  start(): Promise<void>
  /** Asks again, whatever is known. */
  refresh(): Promise<void>
  /** Puts the picture on the badge that the employee let WeCom give; it stays on this phone. */
  portray(avatar: string): void
  /** Forgets the person on this phone and ends the session; the next sign-in asks the host anew. */
  signOut(): void
  /** Tells of every new state, until the answered function is called. */
  onChange(listener: (state: IdentityState) => void): () => void
  /** For the session: what a sign-in on the way brought. */
  renewed(answer: Answer<SignInResult>): void
}

/** A badge that WeCom confirmed within these five minutes is not asked about again by start(). */
const FRESH_MILLISECONDS = 5 * 60_000

export function createIdentity(parts: IdentityParts): Identity {
  const { host, wechatDoor, session, call, storedBadge, clock } = parts
  const open = host.kind === 'wecom' || wechatDoor
  const listeners = createListeners<IdentityState>()
  let state: IdentityState = open ? launchState(storedBadge.read()) : { state: 'outside' }
  let confirming: Promise<void> | null = null
  /** What the phone's clock is ahead of the server's. */
  let clockAhead = 0

  function become(next: IdentityState): void {
    state = next
    listeners.tell(next)
  }

  function refresh(): Promise<void> {
    if (!open) return Promise.resolve()
    if (confirming) return confirming
    // What is on the screen stays there while WeCom is asked: a refusal too.
    if (state.state === 'ready') become(withoutFailure(state))
    else if (state.state !== 'noAccess' && state.state !== 'notEmployee')
      become({ state: 'loading' })
    const mine = askWhoItIs().then((answer) => {
      // Signed out meanwhile: this answer is about nobody any more.
      if (confirming !== mine) return
      confirming = null
      if (answer.ok) accept(answer.data)
      else refuse(answer.error)
    })
    confirming = mine
    return mine
  }

  function askWhoItIs(): Promise<Answer<Employee>> {
    const answered: Promise<Answer<{ employee: Employee }>> = session.active()
      ? session.withSession((token) => call('identity', 'profile', {}, { session: token }))
      : session.signIn().then((answer) => {
          if (answer.ok) measureClock(answer.data)
          return answer
        })
    return answered.then((answer) => (answer.ok ? readEmployee(answer.data.employee) : answer))
  }

  function measureClock({ session: issued }: SignInResult): void {
    clockAhead = clock() - (issued.expiresAt - issued.lifeSeconds * 1000)
  }

  function accept(confirmed: Employee): void {
    const employee = withKnownPicture(confirmed)
    const asOf = employee.confirmedAt + clockAhead
    storedBadge.keep({ ...employee, confirmedAt: asOf })
    become({ state: 'ready', employee, stale: false, asOf })
  }

  /** The server does not have the picture, and the employee has shown it to this phone. */
  function withKnownPicture(employee: Employee): Employee {
    if (employee.avatar) return employee
    const known = state.state === 'ready' ? state.employee : null
    const avatar = known && isSamePerson(known, employee) ? known.avatar : undefined
    return avatar ? { ...employee, avatar } : employee
  }

  function refuse(failure: Failure): void {
    const kind = failureKind(failure.code)
    if (kind !== 'failed') {
      storedBadge.forget()
      session.forget()
    }
    if (kind === 'failed' && state.state === 'ready') become({ ...state, stale: true, failure })
    else if (host.kind === 'wechat' || kind === 'outside') become({ state: 'outside' })
    else become({ state: kind === 'refused' ? 'failed' : kind, failure })
  }

  return {
    current: () => state,
    refresh,
    start() {
      const age = state.state === 'ready' && !state.stale ? clock() - state.asOf : Infinity
      // A clock that was set back makes nothing fresh.
      const fresh = Math.abs(age) < FRESH_MILLISECONDS
      const settled = state.state === 'outside' || state.state === 'signedOut'
      return fresh || settled ? Promise.resolve() : refresh()
    },
    signOut() {
      confirming = null
      session.end()
      storedBadge.forget()
      become({ state: 'signedOut' })
    },
    portray(avatar) {
      if (state.state !== 'ready') return
      const employee = { ...state.employee, avatar }
      storedBadge.keep({ ...employee, confirmedAt: state.asOf })
      become({ ...state, employee })
    },
    onChange: listeners.listen,
    renewed(answer) {
      // An answer to the old session that is still on its way is about yesterday's truth.
      if (answer.ok || failureKind(answer.error.code) !== 'failed') confirming = null
      if (!answer.ok) {
        // A passing failure: the session at hand still serves, and so does the badge.
        if (failureKind(answer.error.code) !== 'failed') refuse(answer.error)
      } else if (isBadge(answer.data.employee)) {
        measureClock(answer.data)
        accept(answer.data.employee)
      }
    },
  }
}

/** A page reads the badge's fields without a second look, so this is the first. */
function readEmployee(employee: Employee): Answer<Employee> {
  return isBadge(employee) ? { ok: true, data: employee } : phoneFailure('NO_REPLY')
}

function withoutFailure(ready: ReadyState): ReadyState {
  const { employee, stale, asOf } = ready
  return { state: 'ready', employee, stale, asOf }
}

function launchState(badge: Badge | null): IdentityState {
  return badge
    ? { state: 'ready', employee: badge, stale: true, asOf: badge.confirmedAt }
    : { state: 'loading' }
}
