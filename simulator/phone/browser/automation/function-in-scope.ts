import type { AppScope } from '../app-scope'

/** A function that the client wrote, with in reach what the mini program's own code has, and strict like it. */
export function functionIn(
  { names }: AppScope,
  declaration: unknown,
): (...values: unknown[]) => unknown {
  const strict = `(function () { 'use strict'; return (${String(declaration)}\n) }).call(undefined)`
  const make = new Function('names', `with (names) { return ${strict} }`) as (
    names: object,
  ) => unknown
  const made = make(names)
  if (typeof made !== 'function') throw new Error('functionDeclaration is not a function')
  return made as (...values: unknown[]) => unknown
}
