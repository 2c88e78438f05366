import type { App, Corp } from '../../company/company'
import { findApp } from '../../state/lookup'
import { fault } from '../../wire/fault'

/** The app of the corp with this agentid, as the caller wrote it; throws 41011 or 40056. */
export const appWithId = (corp: Corp, agentId: string | number | null | undefined): App => {
  if (agentId === undefined || agentId === null || agentId === '') {
    throw fault(41011, 'no agentid was given')
  }
  if (!/^\d{1,15}$/.test(String(agentId))) throw fault(40056, 'an agentid is a whole number')
  const app = findApp(corp, Number(agentId))
  if (!app) throw fault(40056, `${corp.name} has no app ${agentId}`)
  return app
}
