import type { Clock } from '../shared/runtime/clock'
import { badgePage } from './pages/badge-page'
import type { SignOutDeps } from './sign-out'
import { pageForEmployees } from './visitor'

/** GET /web/: the badge of whoever looks at it. */
export const createBadge = (deps: SignOutDeps & { clock: Clock }) =>
  pageForEmployees(deps, ({ record, holder }, { language }) =>
    badgePage(record.employee, {
      language,
      now: deps.clock.now(),
      proof: deps.formMac.of(holder.sessionId),
    }),
  )
