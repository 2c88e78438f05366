import type { Clock } from '../clock'
import { dropOldest } from './drop-oldest'
import { isWithin } from './span'

/** So many times within a window; whoever goes beyond waits as long as the window is. */
export interface Rate {
  /** Counts one; false when it is one too many, or comes within the wait. */
  take(key: string): boolean
}

/** How many callers are remembered. */
const capacity = 10_000

interface Window {
  startedAt: number
  times: number
  /** When it was one too many. */
  shutAt?: number
}

/** @param times Infinity for no limit. */
export const createRate = (deps: { clock: Clock; times: number; windowMs: number }): Rate => {
  const { clock, times, windowMs } = deps
  const windows = new Map<string, Window>()

  const windowOf = (key: string, now: number): Window => {
    const current = windows.get(key)
    const since = current?.shutAt ?? current?.startedAt ?? 0
    if (current && isWithin(now, { since, ms: windowMs })) return current
    const next = { startedAt: now, times: 0 }
    dropOldest(windows, capacity)
    windows.set(key, next)
    return next
  }

  return {
    take: (key) => {
      if (times === Infinity) return true
      const now = clock.now()
      const window = windowOf(key, now)
      if (window.shutAt !== undefined) return false
      window.times += 1
      if (window.times <= times) return true
      window.shutAt = now
      return false
    },
  }
}
