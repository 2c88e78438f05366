import type { Main } from '../runtime/serve'
import { configured, serveFunction } from '../runtime/serve-function'
import { actionsForEmployees, type EmployeeAction } from '../session/with-employee'
import { openGate } from './gate'
import { openStorage } from './storage'

/**
 * Makes the `main` of a function of your own, by callFunction and HTTP alike. It needs WECOM_CORP_ID,
 * WECOM_AGENT_ID, SESSION_PUBLIC_KEYS and the store, and no secret.
 *
 * @param actions Each made by `withEmployee`, under the name that callers use.
 */
export const serveEmployees = (
  name: string,
  actions: Readonly<Record<string, EmployeeAction>>,
): Main =>
  serveFunction(
    name,
    configured(['app', 'store', 'verifying'], (runtime) =>
      actionsForEmployees(openGate(runtime, openStorage(runtime)), actions),
    ),
  )
