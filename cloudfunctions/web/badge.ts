import type { Clock } from '../shared/runtime/clock'
import { badgePage } from './pages/badge-page'
import type { ConsentNews } from './pages/private-fields'
import type { SignOutDeps } from './sign-out'
import { pageForEmployees } from './visitor'

/** GET /web/: the badge of whoever looks at it. */
export const createBadge = (deps: SignOutDeps & { clock: Clock }) =>
  pageForEmployees(deps, ({ record, holder }, request) =>
    badgePage(record.employee, request, {
      consentNews: newsIn(request.query.get('consent')),
      now: deps.clock.now(),
      proof: deps.formMac.of(holder.sessionId),
    }),
  )

const newsIn = (text: string | undefined): ConsentNews | undefined =>
  text === 'given' || text === 'kept' ? text : undefined
