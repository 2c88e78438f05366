import type { WorkbenchContent, WorkbenchEntry } from '../../typings/api'
import type { Failure } from './answer'
import { isSamePerson } from './badge'
import type { Identity, KnownEmployee } from './identity'
import { createListeners } from './listeners'
import type { Request } from './request'

export interface WorkbenchState {
  /** What this employee may see; null while that is not known. */
  content: WorkbenchContent | null
  /** Whether it is being asked for. */
  asking: boolean
  /** Why the last asking brought nothing. */
  failure: Failure | null
}

export interface Workbench {
  current(): WorkbenchState
  /** Asks, unless what is there is fresh. */
  load(): Promise<void>
  /** Asks, whatever is there. */
  refresh(): Promise<void>
  /** An entry of what this employee may see. */
  entry(id: string): WorkbenchEntry | undefined
  onChange(listener: (state: WorkbenchState) => void): () => void
}

export interface WorkbenchParts {
  identity: Pick<Identity, 'current' | 'onChange'>
  request: Request
  /** Epoch milliseconds. */
  clock(): number
}

/** What came within these five minutes is not asked for again by load(), nor what failed just now. */
const FRESH_MILLISECONDS = 5 * 60_000
const FAILED_MILLISECONDS = 20_000

const NOTHING: WorkbenchState = { content: null, asking: false, failure: null }

/**
 * What the signed-in employee finds in the workbench (工作台), in memory only: it is shown to nobody who
 * has not been answered just now, and goes with the person.
 */
export function createWorkbench({ identity, request, clock }: WorkbenchParts): Workbench {
  const listeners = createListeners<WorkbenchState>()
  let state = NOTHING
  let person = wearer()
  let askedAt = -Infinity
  let asking: Promise<void> | null = null

  function wearer(): KnownEmployee | null {
    const now = identity.current()
    return now.state === 'ready' ? now.employee : null
  }

  function become(next: WorkbenchState): void {
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
    const mine = request('workbench', 'content', {}).then((answer) => {
      if (asking !== mine) return
      asking = null
      askedAt = clock()
      if (!answer.ok) return become({ ...state, asking: false, failure: answer.error })
      become({ content: answer.data, asking: false, failure: null })
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
    entry(id) {
      const groups = state.content?.groups ?? []
      return groups.reduce<WorkbenchEntry | undefined>(
        (found, { entries }) => found ?? entries.find((entry) => entry.id === id),
        undefined,
      )
    },
    onChange: listeners.listen,
  }
}
