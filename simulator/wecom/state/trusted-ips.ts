import { isDeepStrictEqual } from 'node:util'
import type { App } from '../company/company'
import type { Clock } from '../clock'
import type { Changes } from './change'
import { isWithin } from './span'

/** 企业可信IP of every app; a change takes effect after a while, as the real one does. */
export interface TrustedIps {
  /** The list in force now; undefined: every address may call. */
  of(app: App): string[] | undefined
  /** Every list as it stands is in force from now on. */
  settle(): void
}

/**
 * The real console says about a minute (60020 in
 * https://developer.work.weixin.qq.com/document/path/90313).
 */
export const createTrustedIps = (deps: {
  clock: Clock
  changes: Changes
  delaySeconds: number
}): TrustedIps => {
  const { clock, changes, delaySeconds } = deps
  const ms = delaySeconds * 1000
  let pending = new WeakMap<App, { before: string[] | undefined; since: number }>()

  const inForce = (app: App) => {
    const change = pending.get(app)
    const isPending = change && isWithin(clock.now(), { since: change.since, ms })
    return isPending ? change.before : app.trustedIps
  }

  changes.watch((corp) => {
    const standing = corp.apps.map((app) => ({
      agentId: app.agentId,
      list: app.trustedIps,
      before: inForce(app),
      change: pending.get(app),
    }))
    return () => {
      for (const app of corp.apps) {
        const former = standing.find(({ agentId }) => agentId === app.agentId)
        if (!former) continue
        const { list, before, change } = former
        const since = clock.now()
        if (!isDeepStrictEqual(list, app.trustedIps)) pending.set(app, { before, since })
        else if (change) pending.set(app, change)
      }
    }
  })

  return { of: inForce, settle: () => void (pending = new WeakMap()) }
}
