import type { App, Corp } from '../company/company'
import { contactSyncOf } from '../state/contact-sync'
import { findCorp } from '../state/lookup'
import type { World } from '../state/world'
import { fault } from '../wire/fault'
import type { Caller, Endpoint } from './endpoint'

/**
 * GET /cgi-bin/gettoken 获取access_token, the only call without a token and without trusted IPs.
 * https://developer.work.weixin.qq.com/document/path/91039
 */
export const gettoken =
  (
    world: Pick<World, 'corps' | 'tokens' | 'limits' | 'wrongSecrets' | 'choices'>,
  ): Endpoint<Caller> =>
  ({ query }, { address }) => {
    world.wrongSecrets.admit(address)
    const corpId = query.get('corpid')
    const corpSecret = query.get('corpsecret')
    if (!corpId) throw fault(41002, 'no corpid in the query string')
    if (!corpSecret) throw fault(41004, 'no corpsecret in the query string')
    const corp = findCorp(world.corps, corpId)
    if (!corp) throw fault(world.choices.unknownCorp, unknownCorp(world.corps, corpId))
    world.limits.ofCorp('/cgi-bin/gettoken', corp)

    const app = appWith(corpSecret, corp)
    if (!app) {
      world.wrongSecrets.count(address)
      if (world.corps.some((other) => appWith(corpSecret, other))) {
        throw fault(40091, 'the corpsecret belongs to an app of another corp')
      }
      throw fault(40001, `no app of ${corp.name} has this corpsecret`)
    }
    if (!app.enabled) {
      throw fault(world.choices.disabledAppAtGettoken, `${app.name} is disabled (应用已停用)`)
    }
    const issued = world.tokens.issue({ corpId: corp.corpId, agentId: app.agentId })
    return { access_token: issued.accessToken, expires_in: issued.expiresInSeconds }
  }

const appWith = (secret: string, corp: Corp): App | undefined =>
  [...corp.apps, contactSyncOf(corp)].find((app) => app?.secret === secret)

const unknownCorp = (corps: Corp[], corpId: string) =>
  corps.some(({ apps }) => apps.some(({ miniProgram }) => miniProgram?.appId === corpId))
    ? 'this is the AppID of the mini program; the corpid begins with ww (我的企业 → 企业信息)'
    : 'no corp has this corpid'
