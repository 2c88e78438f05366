import type { App } from '../company/company'
import type { Clock } from '../clock'

/** 企业可信IP of every app; a change takes effect after a while, as the real one does. */
export interface TrustedIps {
  /** The list in force now; undefined: every address may call. */
  of(app: App): string[] | undefined
  set(app: App, ips: string[] | undefined): void
}

/**
 * The real console says about a minute (60020 in
 * https://developer.work.weixin.qq.com/document/path/90313).
 */
export const createTrustedIps = (deps: { clock: Clock; delaySeconds: number }): TrustedIps => {
  const { clock, delaySeconds } = deps
  const pending = new Map<App, { before: string[] | undefined; effectiveAt: number }>()

  const inForce = (app: App) => {
    const change = pending.get(app)
    return change && change.effectiveAt > clock.now() ? change.before : app.trustedIps
  }

  return {
    of: inForce,
    set: (app, ips) => {
      pending.set(app, { before: inForce(app), effectiveAt: clock.now() + delaySeconds * 1000 })
      if (ips) app.trustedIps = ips
      else delete app.trustedIps
    },
  }
}
