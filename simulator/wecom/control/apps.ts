import type { App } from '../company/company'
import type { AppPlace } from '../edits/apps'
import type { Edits } from '../edits/edits'
import { appOf, corpOf } from '../edits/find'
import type { World } from '../state/world'
import { corpIdOf, fieldsOf, idOf, jsonOf, type ControlCall } from './endpoint'
import { json, type Route } from './route'
import { withoutSecrets } from './without-secrets'

/** The apps (自建应用) of a corp; secrets and callback keys are told with ?secrets=show alone. */
export const appRoutes = ({ corps }: Pick<World, 'corps'>, edits: Edits): Route[] => [
  json('GET', '/_sim/apps', (call) => ({
    apps: corpOf(corps, corpIdOf(call)).apps.map((app) => shown(app, call)),
  })),
  json('GET', '/_sim/apps/:agentId', (call) => {
    const { corpId, agentId } = placeOf(call)
    return { app: shown(appOf(corpOf(corps, corpId), agentId), call) }
  }),
  json('PATCH', '/_sim/apps/:agentId', (call) => ({
    app: shown(edits.setApp(fieldsOf(jsonOf(call)), placeOf(call)), call),
  })),
  json('POST', '/_sim/apps/:agentId/secret', (call) => ({
    secret: edits.resetSecret(placeOf(call)),
  })),
  json('POST', '/_sim/apps/:agentId/invalidate-tokens', (call) => {
    const { corpId = corps[0].corpId, agentId } = placeOf(call)
    return { invalidated: edits.invalidateTokens(corpId, agentId) }
  }),
]

const shown = (app: App, { query }: ControlCall): Partial<App> =>
  query.get('secrets') === 'show' ? app : withoutSecrets(app)

const placeOf = (call: ControlCall): AppPlace & { agentId: number } => {
  const corpId = corpIdOf(call)
  return { agentId: idOf(call, 'agentId'), ...(corpId !== undefined && { corpId }) }
}
