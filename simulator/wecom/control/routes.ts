import type { Callbacks } from '../callbacks/callbacks'
import type { MovableClock } from '../clock'
import type { Edits } from '../edits/edits'
import type { Faults } from '../faults/faults'
import type { IssueCode } from '../issue-code'
import type { Journal } from '../journal/journal'
import type { Snapshots } from '../snapshots'
import { pageRoutes } from '../page/page'
import type { World } from '../state/world'
import { appRoutes } from './apps'
import { checkCallbacks, listCallbacks } from './callbacks'
import { clientLogin } from './client-login'
import { clientPicture } from './client-picture'
import { clientSealed } from './client-sealed'
import { checkSession } from './client-session'
import { clockRoutes } from './clock'
import { listCompany, listCorps } from './company'
import { departmentRoutes } from './departments'
import { faultRoutes } from './faults'
import { liveRoute, type Live } from './live'
import { memberRoutes } from './members'
import { requestRoutes } from './requests'
import { json, posted, type Route } from './route'
import { seedFileRoutes } from './seed-files'
import { snapshotRoutes } from './snapshots'
import { tagRoutes } from './tags'

/** What the control API shows and moves. */
export interface Controlled {
  world: World
  clock: MovableClock
  edits: Edits
  faults: Faults
  journal: Journal
  live: Live
  snapshots: Snapshots
  issueCode: IssueCode
  callbacks: Callbacks
  /** Back to how it was at the start. */
  reset(): void
}

/** Every path of /_sim/*. */
export const createRoutes = (controlled: Controlled): Route[] => {
  const { world, clock, edits, faults, journal, snapshots, callbacks, reset } = controlled
  return [
    ...pageRoutes(),
    liveRoute(controlled.live),
    json('GET', '/_sim/company', listCompany(world)),
    json('GET', '/_sim/corps', listCorps(world)),
    ...memberRoutes(world, edits),
    ...departmentRoutes(world, edits),
    ...tagRoutes(world, edits),
    ...appRoutes(world, edits),
    ...clockRoutes(clock),
    ...requestRoutes(journal),
    ...faultRoutes(faults),
    ...snapshotRoutes(snapshots, reset),
    ...seedFileRoutes(world),
    json('GET', '/_sim/callbacks', listCallbacks(callbacks)),
    posted('/_sim/callbacks/verify', checkCallbacks(callbacks)),
    posted('/_sim/client/login', clientLogin(controlled.issueCode)),
    posted('/_sim/client/check-session', checkSession(world)),
    posted('/_sim/client/sealed', clientSealed(world)),
    json('POST', '/_sim/client/picture', clientPicture(world)),
  ]
}
