/** One table of `npm run bench`: we beside something else, measured in the same run. */
export interface Bench {
  /** What `npm run bench -- NAME` calls it. */
  name: string
  heading: readonly string[]
  /** In the columns of the heading. */
  rows(): Promise<string[][]>
}

/** The middle one: a machine has slow moments. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** Seconds, milliseconds and counts alike: no more digits than the measurement is worth. */
export const rounded = (value: number): string =>
  value >= 10 ? value.toFixed(0) : value.toPrecision(2)
