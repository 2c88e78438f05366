import { phoneFailure } from './answer'
import type { Answer, Failure } from './answer'
import { isSamePerson } from './badge'
import { failureKind } from './failure-kinds'
import type { Identity, KnownEmployee } from './identity'
import { createListeners } from './listeners'

export interface ContentState<T> {
  /** What a function answered for this employee; null while that is not known. */
  content: T | null
  /** Whether it is being asked for. */
  asking: boolean
  /** Why the last asking brought nothing. */
  failure: Failure | null
}

export interface Content<T> {
  current(): ContentState<T>
  /** Asks, unless what is there is fresh. */
  load(): Promise<void>
  /** Asks, whatever is there. */
  refresh(): Promise<void>
  onChange(listener: (state: ContentState<T>) => void): () => void
}

export interface ContentParts<T> {
  identity: Pick<Identity, 'current' | 'onChange'>
  ask(): Promise<Answer<T>>
  /** Epoch milliseconds. */
  clock(): number
  /** Whether it is for this employee at all; for everybody when absent. */
  isFor?(employee: KnownEmployee): boolean
}

/** What came within these five minutes is not asked for again by load(), nor what failed just now. */
const FRESH_MILLISECONDS = 5 * 60_000
const FAILED_MILLISECONDS = 20_000

const NOTHING = { content: null, asking: false, failure: null }

/**
 * What a function answers for the employee at the phone, in memory only: it is shown to nobody who has
 * not been answered just now, goes with the person, and goes when the function refuses them.
 */
export function createContent<T>(parts: ContentParts<T>): Content<T> {
  const { identity, ask, clock, isFor = () => true } = parts
  const listeners = createListeners<ContentState<T>>()
  let state: ContentState<T> = NOTHING
  let person = wearer()
  let askedAt = -Infinity
  let asking: Promise<void> | null = null

  function wearer(): KnownEmployee | null {
    const now = identity.current()
    return now.state === 'ready' && isFor(now.employee) ? now.employee : null
  }

  function become(next: ContentState<T>): void {
    state = next
    listeners.tell(next)
  }

  identity.onChange(() => {
    const before = person
    person = wearer()
    const isSame = before && person ? isSamePerson(before, person) : before === person
    if (isSame) return
    const wasAsking = asking !== null
    asking = null
    askedAt = -Infinity
    become(NOTHING)
    // Somebody else is at the phone than the one it was asked for.
    if (wasAsking && person) void refresh()
  })

  function refresh(): Promise<void> {
    if (asking) return asking
    if (!person) return Promise.resolve()
    const answered = ask().catch((): Answer<T> => phoneFailure('NO_REPLY'))
    const mine = answered.then((answer) => {
      if (asking !== mine) return
      asking = null
      askedAt = clock()
      if (answer.ok) return become({ content: answer.data, asking: false, failure: null })
      const isRefusal = failureKind(answer.error.code) !== 'failed'
      become({
        content: isRefusal ? null : state.content,
        asking: false,
        failure: answer.error,
      })
    })
    asking = mine
    become({ ...state, asking: true })
    return mine
  }

  return {
    current: () => state,
    refresh,
    load() {
      // A clock that was set back makes nothing fresh.
      const enough = state.failure ? FAILED_MILLISECONDS : FRESH_MILLISECONDS
      const isFresh = Math.abs(clock() - askedAt) < enough
      return isFresh ? Promise.resolve() : refresh()
    },
    onChange: listeners.listen,
  }
}
