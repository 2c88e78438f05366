import { openAudit } from '../shared/backend/audit'
import { openPeople } from '../shared/backend/people'
import { openStorage } from '../shared/backend/storage'
import { openUpstream } from '../shared/backend/upstream'
import { createLookAtAffected } from '../shared/employees/affected'
import { createOpenRechecks } from '../shared/employees/open-rechecks'
import { createRechecks } from '../shared/employees/rechecks'
import { createExclusively } from '../shared/limits/exclusive'
import { configured } from '../shared/runtime/serve-function'
import { createPatrol, patrolBudgetMs } from './patrol'
import { createRounds } from './rounds'

// Longer than any run, whatever the platform allows.
const leaseMs = patrolBudgetMs + 15_000

/** Puts the function together for one configuration. */
export const patrol = configured(
  ['app', 'store', 'seal', 'wecom', 'profile', 'audit', 'patrol'],
  (runtime) => {
    const { config, clock, remainingMs } = runtime
    const { everyMs, callsPerRun } = config.patrol
    const storage = openStorage(runtime)
    const { store, keyPrefix } = storage
    const upstream = openUpstream(runtime, storage)
    const { employees, directory } = openPeople(runtime, storage, upstream)
    const audit = openAudit(runtime, storage)

    return createPatrol({
      employees,
      rechecks: createRechecks({ employees, directory, audit, clock }),
      createLookAtAffected: (ask) => createLookAtAffected({ employees, rechecks: { ask } }),
      openRechecks: createOpenRechecks(store, keyPrefix),
      rounds: createRounds({
        store,
        key: `${keyPrefix}:patrol`,
        now: () => clock.now(),
        everyMs,
      }),
      exclusively: createExclusively({ store, key: `${keyPrefix}:patrol:lease`, leaseMs }),
      store,
      keepToken: upstream.keepToken,
      callsPerRun,
      clock,
      remainingMs,
    })
  },
)
