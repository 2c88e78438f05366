/** A fault, as an edit of one file of cloudfunctions/shared/access-token that fits exactly once. */
export interface Mutant {
  name: string
  file: string
  from: string
  to: string
}

/** Mistakes that others made, and that we could make. */
export const mutants: readonly Mutant[] = [
  {
    name: 'the lease is taken without compare-and-set',
    file: 'lease.ts',
    from: 'return isTaken && hasTime(lease) ? lease : undefined',
    to: 'return lease',
  },
  {
    name: 'a dead holder is never replaced',
    file: 'shared-token.ts',
    from: 'if (lease) return watch.left(lease)',
    to: 'if (lease) return Infinity',
  },
  {
    name: 'a lease is believed dead as soon as our own clock says so',
    file: 'shared-token.ts',
    from: 'if (lease) return watch.left(lease)',
    to: 'if (lease) return watch.left(lease, 0)',
  },
  {
    name: 'a lease counts as over after a quarter of it',
    file: 'watch.ts',
    from: 'Math.min(span.ms - seenMs,',
    to: 'Math.min(span.ms / 4 - seenMs,',
  },
  {
    name: 'a tolerated difference of clocks ends a lease',
    file: 'watch.ts',
    from: 'if (byTheirClock < -timings.toleratedSkewMs) return 0',
    to: 'if (byTheirClock < -30_000) return 0',
  },
  {
    name: 'no hold after a gettoken that failed',
    file: 'shared-token.ts',
    from: 'return hold ? watch.left(hold, hold.watchMs) : 0',
    to: 'return hold && !hold.reason ? watch.left(hold, hold.watchMs) : 0',
  },
  {
    name: 'no space between gettokens',
    file: 'shared-token.ts',
    from: 'return hold ? watch.left(hold, hold.watchMs) : 0',
    to: 'return hold?.reason ? watch.left(hold, hold.watchMs) : 0',
  },
  {
    name: 'a firm hold ends by the clock of whoever looks',
    file: 'holds.ts',
    from: 'watchMs: isFirm ? ms : timings.spacingMs, reason }',
    to: 'watchMs: timings.spacingMs, reason }',
  },
  {
    name: 'a wrong secret is tried again like a busy WeCom',
    file: 'holds.ts',
    from: 'const isFirm = isRefusal(error, ...firmErrcodes)',
    to: 'const isFirm = false',
  },
  {
    name: 'the same token again after a rejection does not slow down',
    file: 'renewal.ts',
    from: 'isStubborn ? holdAfterStubbornness(current.failures, timings) : holdAfterSuccess(timings)',
    to: 'holdAfterSuccess(timings)',
  },
  {
    name: 'each caller of a process has a flight of its own',
    file: 'access-token.ts',
    from: 'flight ??= fly()',
    to: 'flight = fly()',
  },
  {
    name: 'no second call after a rejection',
    file: 'access-token.ts',
    from: 'const callsAtMost = 4',
    to: 'const callsAtMost = 1',
  },
  {
    name: 'gettoken without a time limit',
    file: 'renewal.ts',
    from: 'await limit(fetch(), timings.fetchTimeoutMs, gettokenTimedOut)',
    to: 'await fetch()',
  },
  {
    name: 'the store without a time limit',
    file: 'shared-document.ts',
    from: 'limit(work, timings.storeTimeoutMs, tooLate)',
    to: 'limit(work, 1e9, tooLate)',
  },
  {
    name: 'a token that could not be saved fails its caller',
    file: 'renewal.ts',
    from: ".catch(() => ({ kind: 'unsaved' }) as const)",
    to: ".catch((error): { kind: 'unsaved' } => { throw error })",
  },
  {
    name: 'with the store away, gettoken without a pause',
    file: 'local-token.ts',
    from: 'if (leftMs <= 0) return',
    to: 'return',
  },
  {
    name: 'with the store away, no gettoken',
    file: 'shared-token.ts',
    from: '    return local()',
    to: "return Promise.reject(new Error('store away'))",
  },
  {
    name: 'with the store away, a failed gettoken is repeated at the usual pace',
    file: 'local-token.ts',
    from: 'const holdMs = Math.max(ms, timings.localIntervalMs)',
    to: 'const holdMs = timings.spacingMs',
  },
  {
    name: 'a rejection throws away whatever is held',
    file: 'token-memory.ts',
    from: 'generation <= (rejected.get(fingerprint)?.generation ?? -Infinity)',
    to: 'rejected.size > 0',
  },
  {
    name: 'a token that was given again is never believed',
    file: 'token-memory.ts',
    from: 'generation <= (rejected.get(fingerprint)?.generation ?? -Infinity)',
    to: 'rejected.has(fingerprint)',
  },
  {
    name: 'only the highest rejection is remembered',
    file: 'token-memory.ts',
    from: 'const highest = Math.max(generation, rejected.get(fingerprint)?.generation ?? 0)',
    to: 'if ([...rejected.values()].some((one) => one.generation > generation)) return\n      rejected.clear()\n      const highest = generation',
  },
  {
    name: 'a rejection is forgotten',
    file: 'token-memory.ts',
    from: 'clock.now() < token.diesAt && !isRejected(token)',
    to: 'clock.now() < token.diesAt',
  },
  {
    name: 'a token is given up a minute before its end',
    file: 'token-memory.ts',
    from: 'clock.now() < token.diesAt && !isRejected(token)',
    to: 'clock.now() < token.diesAt - 60_000 && !isRejected(token)',
  },
  {
    name: 'after a token that was given again, the next is asked for ahead of time too',
    file: 'token-memory.ts',
    from: 'refreshAt = token.isReissue',
    to: 'refreshAt = token.diesAt < 0',
  },
  {
    name: 'no refresh ahead of time',
    file: 'access-token.ts',
    from: 'memory.isDue() && source.isIdle()',
    to: 'false',
  },
  {
    name: 'refresh ahead of time without the lease',
    file: 'ahead.ts',
    from: 'if (!lease) return',
    to: '',
  },
  {
    name: 'refresh ahead of time does not look whether it was done',
    file: 'ahead.ts',
    from: 'theirs && theirs.generation > held.generation',
    to: 'theirs && false',
  },
  {
    name: 'refresh ahead of time while somebody else does it',
    file: 'ahead.ts',
    from: 'if (sharedToken.leftOf(seen.document) > 0) return',
    to: '',
  },
  {
    name: 'after waiting for others, a token that was rejected meanwhile is used',
    file: 'access-token.ts',
    from: 'return memory.usable() ?? patience.spend(source.obtain)',
    to: 'return memory.usable() ?? held ?? patience.spend(source.obtain)',
  },
  {
    name: 'a lost answer leaves a lease behind that nobody knows',
    file: 'lease.ts',
    from: 'isTaken = (await shared.read()).document.lease?.id === id',
    to: 'isTaken = false\n        asked = undefined',
  },
  {
    name: 'a holder writes though its lease was taken over',
    file: 'lease.ts',
    from: "if (seen.document.lease?.id !== lease.id) return { kind: 'lost', seen }",
    to: '',
  },
  {
    name: 'the token is saved under the old generation',
    file: 'renewal.ts',
    from: 'generation: Math.max(current.generation, memory.generation()) + 1,',
    to: 'generation: current.generation,',
  },
  {
    name: 'the token lies in the store as it is',
    file: 'shared-document.ts',
    from: 'sealed: (accessToken: string): string => seal.seal(accessToken, key)',
    to: 'sealed: (accessToken: string): string => `${accessToken} ${seal.seal(accessToken, key)}`',
  },
  {
    name: 'the deadline of the caller is not looked at',
    file: 'patience.ts',
    from: 'const left = () => Math.min(leftMs, remainingMs())',
    to: 'const left = () => Math.min(leftMs, remainingMs() + 1e6)',
  },
  {
    name: 'a refresh ahead of time may take all of the time of its caller',
    file: 'patience.ts',
    from: 'spend(work, left() / 2).catch(() => undefined)',
    to: 'work().catch(() => undefined)',
  },
]
