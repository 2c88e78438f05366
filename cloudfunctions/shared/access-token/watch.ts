import type { Surroundings } from './options'
import type { Span } from './token-document'

export type Watch = ReturnType<typeof createWatch>

/**
 * Tells when a span that somebody else wrote is over, with clocks that nobody set alike: when we have
 * seen it for its whole length on our own watch, or when it ended so long ago that no tolerated clock
 * could doubt it.
 */
export const createWatch = ({ clock, monotonic, timings }: Surroundings) => {
  let watched: { id: string; since: number } | undefined

  const begin = (id: string) => {
    watched = { id, since: monotonic() }
    return watched
  }

  return {
    /** Whoever writes a span watches it from then on. */
    begin: (id: string): void => void begin(id),
    /**
     * Ms until it is over, at the latest; 0 when it is.
     *
     * @param watchMs When shorter than the span: so long seen, the writer's clock is believed.
     */
    left(span: Span, watchMs = span.ms): number {
      const { since } = watched?.id === span.id ? watched : begin(span.id)
      const seenMs = monotonic() - since
      const byTheirClock = span.until - clock.now()
      if (byTheirClock < -timings.toleratedSkewMs) return 0
      return Math.max(0, Math.min(span.ms - seenMs, Math.max(byTheirClock, watchMs - seenMs)))
    },
  }
}
