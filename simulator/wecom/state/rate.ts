import type { Clock } from '../clock'
import { dropOldest } from './drop-oldest'

/** So many times within a window; whoever goes beyond waits as long as the window is. */
export interface Rate {
  /** Counts one; false when it is one too many, or comes within the wait. */
  take(key: string): boolean
}

/** How many callers are remembered. */
const capacity = 10_000

/** @param times Infinity for no limit. */
export const createRate = (deps: { clock: Clock; times: number; windowMs: number }): Rate => {
  const { clock, times, windowMs } = deps
  const windows = new Map<string, { startedAt: number; times: number; shutUntil: number }>()

  const windowOf = (key: string, now: number) => {
    const current = windows.get(key)
    if (current && now - current.startedAt < windowMs) return current
    const next = { startedAt: now, times: 0, shutUntil: 0 }
    dropOldest(windows, capacity)
    windows.set(key, next)
    return next
  }

  return {
    take: (key) => {
      if (times === Infinity) return true
      const now = clock.now()
      if ((windows.get(key)?.shutUntil ?? 0) > now) return false
      const window = windowOf(key, now)
      window.times += 1
      if (window.times <= times) return true
      window.shutUntil = now + windowMs
      return false
    },
  }
}
