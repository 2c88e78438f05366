import type {
  App,
  Callback,
  ContactCallback,
  Corp,
  Linked,
  Member,
  VisibleRange,
} from './company/company'
import { findApp, findCorp, findMember } from './state/lookup'
import type { World } from './state/world'

/** What the admin console (管理后台) sets for an app; undefined leaves a setting as it is. */
export interface AppSettings {
  enabled?: boolean
  /** A list that callers must be in; null: every address may call. */
  trustedIps?: string[] | null
  linked?: Linked
  legacyFields?: boolean
  visibleRange?: Partial<VisibleRange>
  /** A new secret: the old one no longer fetches tokens. */
  secret?: string
  /** 接收消息服务器; null: none. */
  callback?: Callback | null
}

/** What an administrator, or time, changes while the simulator runs. Unknown ids throw. */
export interface Edits {
  /** `agentId` left out: the first app of our own corp. */
  setApp(settings: AppSettings, at?: { corpId?: string; agentId?: number }): void
  /** 通讯录同步 → 接收事件服务器; null: none. `corpId` left out: our own corp. */
  setContactCallback(callback: ContactCallback | null, corpId?: string): void
  /** `corpId` left out: our own corp. New departments alone: the first becomes the main one. */
  editMember(userId: string, changes: Partial<Omit<Member, 'userId'>>, corpId?: string): void
  /** Deletes a member from the contacts (通讯录). */
  removeMember(userId: string, corpId?: string): void
  /** WeCom takes an app's tokens back early. Gives how many died. */
  invalidateTokens(corpId: string, agentId: number): number
}

export const createEdits = ({
  corps,
  changes,
  tokens,
  trustedIps,
}: Pick<World, 'corps' | 'changes' | 'tokens' | 'trustedIps'>): Edits => {
  const corpOf = (corpId: string | undefined): Corp => {
    const corp = corpId === undefined ? corps[0] : findCorp(corps, corpId)
    if (!corp) throw new Error(`there is no corp ${corpId}`)
    return corp
  }
  const memberOf = (corp: Corp, userId: string): Member => {
    const member = findMember(corp, userId)
    if (!member) throw new Error(`${corp.name} has no member ${userId}`)
    return member
  }
  const appOf = (corp: Corp, agentId: number | undefined): App => {
    const app = agentId === undefined ? corp.apps[0] : findApp(corp, agentId)
    if (!app) throw new Error(`${corp.name} has no app ${agentId ?? ''}`)
    return app
  }

  return {
    setApp: ({ trustedIps: ips, linked, visibleRange, callback, ...flags }, at = {}) => {
      const corp = corpOf(at.corpId)
      const app = appOf(corp, at.agentId)
      const { miniProgram } = app
      if (linked !== undefined && !miniProgram) throw new Error(`${app.name} has no mini program`)
      changes.change(corp, () => {
        Object.assign(app, flags)
        if (ips !== undefined) trustedIps.set(app, ips ?? undefined)
        if (callback) app.callback = callback
        if (callback === null) delete app.callback
        if (visibleRange) app.visibleRange = { ...app.visibleRange, ...visibleRange }
        if (miniProgram && linked !== undefined) miniProgram.linked = linked
      })
    },
    setContactCallback: (callback, corpId) => {
      const corp = corpOf(corpId)
      changes.change(corp, () => {
        if (callback) corp.contactCallback = callback
        else delete corp.contactCallback
      })
    },
    editMember: (userId, edited, corpId) => {
      const corp = corpOf(corpId)
      const member = memberOf(corp, userId)
      const moved = edited.departments && {
        mainDepartment: edited.departments[0],
        order: edited.departments.map(() => 0),
        leaderOf: [],
      }
      changes.change(corp, () => Object.assign(member, moved, edited))
    },
    removeMember: (userId, corpId) => {
      const corp = corpOf(corpId)
      const gone = memberOf(corp, userId)
      changes.change(corp, () => {
        corp.members = corp.members.filter((member) => member !== gone)
      })
    },
    invalidateTokens: (corpId, agentId) => {
      const corp = corpOf(corpId)
      return tokens.invalidate({ corpId, agentId: appOf(corp, agentId).agentId })
    },
  }
}
