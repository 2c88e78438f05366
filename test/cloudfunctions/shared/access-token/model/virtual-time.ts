/** Something that waits for its moment. */
interface Waiting {
  at: number
  order: number
  /** The instance that wakes; undefined for the world itself. */
  who: number | undefined
  wake: () => void
}

interface Freeze {
  who: number
  from: number
  to: number
}

/** Time that only passes when everybody waits: hours take milliseconds, and every run is the same. */
export interface VirtualTime {
  /** Epoch ms, as it truly is. */
  now(): number
  /** Does something after that many ms, unless the instance is dead by then. */
  after(ms: number, wake: () => void, who?: number): void
  sleep(ms: number, who?: number, signal?: AbortSignal): Promise<void>
  kill(who: number): void
  isAlive(who: number): boolean
  /** After so long, nothing of the instance happens for that many ms; then all of it does. */
  freeze(who: number, span: { afterMs: number; ms: number }): void
  /** Lets that many ms pass. */
  pass(ms: number): Promise<void>
}

const beginning = Date.UTC(2026, 10, 2, 9)

// Everything that can go on without time passing has gone on when the event loop comes round.
const settled = () => new Promise<void>((resolve) => setImmediate(resolve))

export const createVirtualTime = (): VirtualTime => {
  const queue = new Set<Waiting>()
  const dead = new Set<number>()
  const freezes: Freeze[] = []
  let now = beginning
  let order = 0

  const next = (): Waiting | undefined => {
    let first: Waiting | undefined
    for (const waiting of queue) {
      const isEarlier =
        !first || waiting.at < first.at || (waiting.at === first.at && waiting.order < first.order)
      if (isEarlier) first = waiting
    }
    return first
  }
  const frozenUntil = (who: number): number | undefined =>
    freezes.find((freeze) => freeze.who === who && now >= freeze.from && now < freeze.to)?.to

  const wakeNext = (waiting: Waiting): void => {
    now = waiting.at
    const { who } = waiting
    const thaw = who === undefined ? undefined : frozenUntil(who)
    if (thaw !== undefined) {
      waiting.at = thaw
      return
    }
    queue.delete(waiting)
    if (who === undefined || !dead.has(who)) waiting.wake()
  }

  const time: VirtualTime = {
    now: () => now,
    after(ms, wake, who) {
      queue.add({ at: now + Math.max(0, ms), order: order++, who, wake })
    },
    sleep: (ms, who, signal) =>
      new Promise((resolve) => {
        const waiting = { at: now + Math.max(0, ms), order: order++, who, wake: () => resolve() }
        queue.add(waiting)
        signal?.addEventListener('abort', () => queue.delete(waiting), { once: true })
      }),
    kill: (who) => void dead.add(who),
    isAlive: (who) => !dead.has(who),
    freeze: (who, { afterMs, ms }) =>
      void freezes.push({ who, from: now + afterMs, to: now + afterMs + ms }),
    async pass(ms) {
      const until = now + ms
      for (;;) {
        await settled()
        const waiting = next()
        if (!waiting || waiting.at > until) break
        wakeNext(waiting)
      }
      now = until
    },
  }
  return time
}
