/**
 * Whether `now` lies in the `ms` that begin at `since`. The simulator's clock can be set back as
 * well: what has not begun by then is over.
 */
export const isWithin = (now: number, { since, ms }: { since: number; ms: number }): boolean =>
  now >= since && now - since < ms
