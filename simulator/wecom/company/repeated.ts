import type { Problem } from './problem'

/** One problem for each value that was there before, at the place of the later one. */
export const repeated = <T>(
  values: T[],
  pathTo: (index: number) => Problem['path'],
  message: (value: T) => string,
): Problem[] => {
  const seen = new Set<T>()
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [{ path: pathTo(index), message: message(value) }]
    seen.add(value)
    return []
  })
}
