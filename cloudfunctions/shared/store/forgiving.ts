import { StoreError } from './store-error'

/** Takes another answer where the store gives none: a cache must never fail a call. */
export const forgiving = <T>(work: Promise<T>, instead: T): Promise<T> =>
  work.catch((error: unknown) => {
    if (error instanceof StoreError) return instead
    throw error
  })
