import { randomUUID } from 'node:crypto'
import type { Store } from '../store/store'

export interface ExclusiveOptions {
  store: Store
  /** The key of the lease. */
  key: string
  /** Longer than the platform lets the work run, so that nobody is at it twice. */
  leaseMs: number
  /** Tells this instance from all others. */
  holder?: string
}

/**
 * Runs the work if nobody else is at it; undefined otherwise. A lease whose holder was killed ends by
 * itself.
 *
 * @throws StoreError, or what the work throws
 */
export type Exclusively = <T>(work: () => Promise<T>) => Promise<T | undefined>

export const createExclusively = ({
  store,
  key,
  leaseMs,
  holder = randomUUID(),
}: ExclusiveOptions): Exclusively => {
  const release = async () => {
    const stored = await store.get(key)
    const isOurs = (stored?.value as { holder?: unknown } | undefined)?.holder === holder
    // Ends now: unlike `del`, this can't take the lease from whoever came after us.
    if (stored && isOurs) await store.cas(key, stored.rev, stored.value, 1)
  }

  return async (work) => {
    if (!(await store.insert(key, { holder }, leaseMs))) return undefined
    try {
      return await work()
    } finally {
      await release().catch(() => undefined)
    }
  }
}
