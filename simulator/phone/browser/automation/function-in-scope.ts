import type { AppScope } from '../app-scope'

/** A function that the client wrote, made in reach of what the mini program has in reach. */
export function functionIn(
  { names }: AppScope,
  declaration: unknown,
): (...values: unknown[]) => unknown {
  const make = new Function('names', `with (names) { return (${String(declaration)}) }`) as (
    names: object,
  ) => unknown
  const made = make(names)
  if (typeof made !== 'function') throw new Error('functionDeclaration is not a function')
  return made as (...values: unknown[]) => unknown
}
