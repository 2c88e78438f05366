import type { Failure, FailureCode } from './answer'
import type { FailureLog } from './failure-log'
import type { Identity } from './identity'
import type { SessionKeeper } from './session'
import type { Action, Answered, Argument, Call, FunctionName } from './transport'

/**
 * Asks one action of one of the company's own functions, as the employee who is signed in. It never
 * rejects: what goes wrong is in the answer.
 */
export type Request = <F extends FunctionName, A extends Action<F>>(
  functionName: F,
  action: A,
  args: Argument<F, A>,
) => Answered<F, A>

export interface RequestParts {
  identity: Pick<Identity, 'current'>
  session: Pick<SessionKeeper, 'withSession'>
  call: Call
  failures: FailureLog
}

/**
 * The way to a function that knows its caller: the session goes along, is renewed in time, and where the
 * function wants a new sign-in there is one and the call is sent again, once. Whoever signed out, or has
 * no way in from here, is not signed in by a page that happens to ask.
 */
export function createRequest({ identity, session, call, failures }: RequestParts): Request {
  return (functionName, action, args) => {
    const closed = closedBy(identity.current().state)
    if (closed) return Promise.resolve({ ok: false, error: closed })
    const answered = session.withSession((token) =>
      call(functionName, action, args, { session: token }),
    )
    return answered.then((answer) => {
      if (!answer.ok) failures.note(answer.error)
      return answer
    })
  }
}

function closedBy(state: ReturnType<Identity['current']>['state']): Failure | null {
  if (state === 'outside') return refusal('NOT_BOUND')
  return state === 'signedOut' ? refusal('SESSION_REFUSED') : null
}

function refusal(code: FailureCode): Failure {
  return { code, retry: 'no', traceId: '' }
}
