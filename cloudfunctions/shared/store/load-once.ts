/** An engine's SDK could not be loaded: not built in, or damaged. Trying again will not help soon. */
export class LoadFailure extends Error {
  constructor() {
    super('the SDK of the store could not be loaded')
    this.name = 'LoadFailure'
  }
}

/**
 * Loads at the first call, once for all callers. A failure is not kept: the next call tries again.
 *
 * @throws LoadFailure
 */
export const loadOnce = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let loading: Promise<T> | undefined
  return () =>
    (loading ??= load().catch(() => {
      loading = undefined
      throw new LoadFailure()
    }))
}
