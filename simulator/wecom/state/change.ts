import type { Corp } from '../company/company'
import { dropIndex } from './corp-index'

/** Hears of a change: called before it; what it gives back, if anything, is called after it. */
export type ChangeWatcher = (corp: Corp) => (() => void) | void

/**
 * The one way in which a company changes while the simulator runs, so that whatever was derived from
 * it can be thrown away, and whoever must be told is.
 */
export interface Changes {
  /** Runs `apply`, which edits this corp in place. */
  change<T>(corp: Corp, apply: () => T): T
  watch(watcher: ChangeWatcher): void
}

export const createChanges = (): Changes => {
  const watchers: ChangeWatcher[] = []
  return {
    change: (corp, apply) => {
      const afterwards = watchers.map((watcher) => watcher(corp))
      const result = apply()
      dropIndex(corp)
      for (const tell of afterwards) tell?.()
      return result
    },
    watch: (watcher) => void watchers.push(watcher),
  }
}
