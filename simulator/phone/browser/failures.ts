import type { Problem } from '../compile/problems'

/** Line and column of the mini program's script in a stack, the innermost first. */
const OWN_FRAME = /\/_phone\/app\.js:(\d+):(\d+)/

/**
 * Makes an error that the mini program threw, or let go by, a problem with its place in the source.
 * Gives `undefined` when none of its code took part, or nobody knows the place.
 */
export async function describeFailure(error: unknown): Promise<Problem | undefined> {
  if (!(error instanceof Error)) return undefined
  const [, line, column] = OWN_FRAME.exec(error.stack ?? '') ?? []
  if (line === undefined || column === undefined) return undefined
  const response = await fetch(`/_phone/place?line=${line}&column=${column}`).catch(() => undefined)
  if (response?.ok !== true) return undefined
  const place = (await response.json()) as Pick<Problem, 'file' | 'line' | 'column' | 'excerpt'>
  return { level: 'error', message: `${error.name}: ${error.message}`, ...place }
}
