import type { App, Linked } from '../company/company'
import type { World } from '../state/world'
import { inPlaceOf, shaped, type Commit } from './commit'
import { appOf, corpOf, memberOf } from './find'
import { patched, type Patch } from './patch'
import { EditRefused } from './refused'
import { rangeWith, rangeWithout } from './visible-range'

/** What the admin console (管理后台) sets for an app. */
export interface AppSettings extends Patch<Omit<App, 'agentId'>> {
  /** Short for miniProgram.linked. */
  linked?: Linked
}

/** `corpId` left out: our own corp. `agentId` left out: its first app. */
export interface AppPlace {
  corpId?: string
  agentId?: number
}

/** Edits of apps (自建应用). */
export interface AppEdits {
  /** `trustedIps: null`: every address may call. */
  setApp(settings: AppSettings, at?: AppPlace): App
  /** Gives a new secret: the old one fetches no more tokens; those that it fetched live on. */
  resetSecret(at?: AppPlace): string
  /** Takes a member out of the app's visible range (可见范围); whoever else is in it stays. */
  hideMember(userId: string, at?: AppPlace): void
  showMember(userId: string, at?: AppPlace): void
  /** WeCom takes an app's tokens back early. Gives how many died. */
  invalidateTokens(corpId: string, agentId: number): number
}

export const createAppEdits = (
  { corps, tokens, random }: Pick<World, 'corps' | 'tokens' | 'random'>,
  commit: Commit,
): AppEdits => {
  const setApp: AppEdits['setApp'] = ({ linked, ...settings }, at = {}) => {
    const corp = corpOf(corps, at.corpId)
    const before = appOf(corp, at.agentId)
    if (linked !== undefined && !before.miniProgram) {
      throw new EditRefused('invalid', `${before.name} has no mini program`)
    }
    const changes = linked === undefined ? settings : patched(settings, { miniProgram: { linked } })
    const after = shaped<App>('app', patched(before, changes))
    if (after.agentId !== before.agentId) throw new EditRefused('invalid', 'an agentId stays')
    commit(corp, { apps: inPlaceOf(corp.apps, before, after) })
    return structuredClone(after)
  }

  const setRange = (userId: string, at: AppPlace, change: typeof rangeWith) => {
    const corp = corpOf(corps, at.corpId)
    setApp({ visibleRange: change(corp, appOf(corp, at.agentId), memberOf(corp, userId)) }, at)
  }

  return {
    setApp,
    resetSecret: (at) => setApp({ secret: random(24).toString('base64url') }, at).secret,
    hideMember: (userId, at = {}) => setRange(userId, at, rangeWithout),
    showMember: (userId, at = {}) => setRange(userId, at, rangeWith),
    invalidateTokens: (corpId, agentId) => {
      const { agentId: known } = appOf(corpOf(corps, corpId), agentId)
      return tokens.invalidate({ corpId, agentId: known })
    },
  }
}
