import type { Audience } from '../shared/directory/audience'
import { readAudience, type Path, type Problem } from '../shared/directory/read-audience'

const nobody: Audience = { not: 'everyone' }
// With its offset, so that nobody has to guess where the clock hangs.
const isTime = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) && !isNaN(Date.parse(text))

/** An object, and where it stands. */
export interface Piece {
  fields: Record<string, unknown>
  path: Path
}

export type Reader = ReturnType<typeof createReader>

/**
 * Reads the pieces of a document, each with its place. Where one is wrong it says so, and gives
 * something of the right type that nobody may use.
 */
export const createReader = (problems: Problem[]) => {
  const ids: { id: string; path: Path }[] = []

  const complain = (message: string, path: Path, atKey = false) => {
    problems.push({ path, message, ...(atKey && { atKey }) })
  }
  const matching = (
    value: unknown,
    path: Path,
    isRight: (text: string) => boolean,
    what: string,
  ): string => {
    if (typeof value === 'string' && isRight(value)) return value
    complain(value === undefined ? `lacks ${String(path.at(-1))}: ${what}` : `is not ${what}`, path)
    return ''
  }

  const object = (
    value: unknown,
    path: Path,
    known: readonly string[],
  ): Piece['fields'] | undefined => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      complain(`must have: ${known.join(', ')}`, path)
      return undefined
    }
    for (const key of Object.keys(value).filter((name) => !known.includes(name))) {
      complain(`"${key}" is not known here: ${known.join(', ')}`, [...path, key], true)
    }
    return value as Piece['fields']
  }

  return {
    complain,
    matching,
    object,
    /** The objects in a list; a key with nothing under it is an empty one. */
    objects(value: unknown, path: Path, known: readonly string[]): Piece[] {
      if (value === undefined || value === null) return []
      if (!Array.isArray(value)) {
        complain('must be a list', path)
        return []
      }
      return value.flatMap((item, index): Piece[] => {
        const fields = object(item, [...path, index], known)
        return fields ? [{ fields, path: [...path, index] }] : []
      })
    },
    text: (value: unknown, path: Path, longest: number): string =>
      matching(
        value,
        path,
        (text) => text.trim() !== '' && text.length <= longest,
        `a text of 1 to ${longest} characters (a number needs quotes)`,
      ),
    time: (value: unknown, path: Path): number =>
      Date.parse(matching(value, path, isTime, 'a time such as 2026-11-02T09:00:00+08:00')),
    id(value: unknown, path: Path): string {
      const what = 'an id of small letters, digits and hyphens'
      const id = matching(value, path, (text) => /^[a-z][a-z0-9-]{0,63}$/.test(text), what)
      ids.push({ id, path })
      return id
    },
    /** Required: what nobody thought about must not be seen by everyone. */
    audience: (value: unknown, path: Path): Audience =>
      readAudience(value, path, problems) ?? nobody,
    refuseRepeatedIds() {
      ids.forEach(({ id, path }, index) => {
        const isRepeated = ids.findIndex((other) => other.id === id) < index
        if (id !== '' && isRepeated) complain(`"${id}" is used above already`, path)
      })
    },
  }
}
