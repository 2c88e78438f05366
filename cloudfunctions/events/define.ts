import { sleep } from '../shared/access-token/sleep'
import { openAudit } from '../shared/backend/audit'
import { openPeople } from '../shared/backend/people'
import { openStorage } from '../shared/backend/storage'
import { openUpstream } from '../shared/backend/upstream'
import { createOpenCallback } from '../shared/callbacks/callback'
import { createHandledEvents } from '../shared/callbacks/handled-events'
import { createLookAtAffected } from '../shared/employees/affected'
import { createOpenRechecks } from '../shared/employees/open-rechecks'
import { createRechecks } from '../shared/employees/rechecks'
import { configured } from '../shared/runtime/serve-function'
import { createCarryOut } from './effects'
import { createEvents, type CallbackDoor } from './events'

// Of its 5 s WeCom keeps this much for the way there and back, and for writing what was found out.
const reserveMs = 2000

/** Puts the function together for one configuration. */
export const events = configured(
  ['app', 'store', 'seal', 'wecom', 'profile', 'audit', 'callbacks'],
  (runtime) => {
    const { config, clock, remainingMs } = runtime
    const storage = openStorage(runtime)
    const { store, keyPrefix } = storage
    const upstreamMs = () => remainingMs() - reserveMs
    const upstream = openUpstream({ ...runtime, remainingMs: upstreamMs }, storage)
    const { employees, directory } = openPeople(runtime, storage, upstream)
    const audit = openAudit(runtime, storage)
    const rechecks = createRechecks({ employees, directory, audit, clock })

    const { app, contacts } = config.callbacks
    const doors: CallbackDoor[] = [{ open: createOpenCallback(app, clock), by: 'event' }]
    if (contacts) doors.push({ open: createOpenCallback(contacts, clock), by: 'contactEvent' })

    return createEvents({
      doors,
      agentId: config.app.agentId,
      handled: createHandledEvents({ store, keyPrefix }),
      carryOut: createCarryOut({
        employees,
        directory,
        rechecks,
        lookAtAffected: createLookAtAffected({ employees, rechecks }),
        openRechecks: createOpenRechecks(store, keyPrefix),
        audit,
        hasTime: () => upstreamMs() > 0,
      }),
      remainingMs,
      sleep,
    })
  },
)
