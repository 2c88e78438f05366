/** All in ms. Every one can be overridden; tests make time run faster. */
export interface Timings {
  waitMaxMs: number
  fetchTimeoutMs: number
  storeTimeoutMs: number
  leaseMs: number
  toleratedSkewMs: number
  spacingMs: number
  patienceMs: number
  backoffMaxMs: number
  firmHoldMs: number
  localIntervalMs: number
  aheadMs: number
  aheadJitterMs: number
  aheadRetryMs: number
  documentLifeMs: number
}

const second = 1000
const minute = 60 * second

export const defaultTimings: Timings = {
  // A caller waits no longer for tokens, all its attempts together, whatever happens. Usually its own
  // deadline is earlier.
  waitMaxMs: 9 * second,

  // One gettoken. Over the public network it takes 50 to 300 ms.
  fetchTimeoutMs: 2500,
  // One operation of the store, after which it counts as away.
  storeTimeoutMs: 750,
  // A holder who lives is done within its lease: one gettoken, and two slow operations of the store.
  leaseMs: 4 * second,
  // Clocks of two instances may be this far apart before a lease that lives looks dead.
  toleratedSkewMs: 3 * minute,

  // Between two gettokens of all instances together, whatever made them necessary.
  spacingMs: 1 * second,
  // A hold that ends as soon as this is waited for; a longer one is told to the caller.
  patienceMs: 1500,
  // While gettoken fails, or gives back the token that was rejected, spacing doubles up to here.
  backoffMaxMs: 15 * second,
  // After an answer that asking again can't change: 2 000 wrong calls in an hour ban the address.
  firmHoldMs: 60 * second,

  // With the store away, between two gettokens of one process.
  localIntervalMs: 5 * second,

  // Replaced so long before its end, by whoever comes first. While WeCom answers gettoken with the
  // same token, there is no use in more than one try: see isReissue.
  aheadMs: 10 * minute,
  aheadJitterMs: 5 * minute,
  aheadRetryMs: 30 * second,

  // Outlives every token, hold and lease in it.
  documentLifeMs: 7 * 24 * 60 * minute,
}
