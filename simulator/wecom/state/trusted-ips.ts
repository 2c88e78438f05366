import { isDeepStrictEqual } from 'node:util'
import type { App } from '../company/company'
import type { Clock } from '../clock'
import type { Changes } from './change'

/** 企业可信IP of every app; a change takes effect after a while, as the real one does. */
export interface TrustedIps {
  /** The list in force now; undefined: every address may call. */
  of(app: App): string[] | undefined
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
  const pending = new WeakMap<App, { before: string[] | undefined; effectiveAt: number }>()

  const inForce = (app: App) => {
    const change = pending.get(app)
    return change && change.effectiveAt > clock.now() ? change.before : app.trustedIps
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
        const effectiveAt = clock.now() + delaySeconds * 1000
        if (!isDeepStrictEqual(list, app.trustedIps)) pending.set(app, { before, effectiveAt })
        else if (change) pending.set(app, change)
      }
    }
  })

  return { of: inForce }
}
