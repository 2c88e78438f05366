import type { App, Corp } from '../company/company'
import type { World } from '../state/world'
import { contactSyncAgentId, contactSyncOf } from '../state/contact-sync'
import { findApp, findCorp } from '../state/lookup'
import { fault } from '../wire/fault'
import type { AppCaller, Caller } from './endpoint'

/**
 * What every call but gettoken passes first: token → app → 企业可信IP. Throws 41001, 40014, 42001,
 * 50003 or 60020.
 */
export const createAdmit =
  ({ tokens, corps, trustedIps }: Pick<World, 'tokens' | 'corps' | 'trustedIps'>) =>
  (accessToken: string | null, caller: Caller): AppCaller => {
    const owner = tokens.ownerOf(accessToken)
    const corp = findCorp(corps, owner.corpId)
    const app = corp && credentialOf(corp, owner.agentId)
    if (!corp || !app) throw fault(40014, 'the app of this access_token is gone')
    if (!app.enabled) throw fault(50003, `${app.name} is disabled (应用已停用)`)
    const allowed = trustedIps.of(app)
    if (allowed && !allowed.includes(caller.address)) {
      throw fault(60020, `${caller.address} is not among the trusted IPs (企业可信IP)`)
    }
    return { ...caller, corp, app }
  }

const credentialOf = (corp: Corp, agentId: number): App | undefined =>
  agentId === contactSyncAgentId ? contactSyncOf(corp) : findApp(corp, agentId)
