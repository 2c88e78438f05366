import type { AppScope } from '../app-scope'
import type { PageStack } from '../page-stack'
import type { Program } from '../program'
import type { Shell } from '../shell'

export type Params = Record<string, unknown>

/** What answers each method; a result that is `undefined` goes out as {}. */
export type Methods = Record<string, (params: Params) => unknown>

/** Tells every client of something that happened. */
export type Tell = (event: string, params: object) => void

/** What there is to drive. */
export interface Phone {
  program: Program
  stack: PageStack
  shell: Shell
  wx: Record<string, unknown>
  scope: AppScope
  /** Puts the mini program into the background, as its capsule does. */
  leave(): void
}

/** The arguments of a call; the client always sends a list. */
export function argumentsOf({ args }: Params): unknown[] {
  return Array.isArray(args) ? args : []
}

/** Calls a method of a page or a component. */
export function callMethod(instance: object, { method, ...params }: Params): unknown {
  const found = (instance as Params)[String(method)]
  if (typeof found !== 'function') throw new Error(`${String(method)} is not a method of it`)
  return found.apply(instance, argumentsOf(params))
}
