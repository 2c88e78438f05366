export type Environment = Readonly<Record<string, string | undefined>>

/** Reads variables one by one and collects what is wrong instead of stopping at the first. */
export interface Settings {
  readonly problems: string[]
  text(name: string, shape: RegExp): string
  /** Any text, or none. */
  optional(name: string): string | undefined
  integer(name: string, limits: IntegerLimits): number
  /** A scheme, a host and perhaps a port. */
  origin(name: string, otherwise: string): string
  oneOf<T extends string>(name: string, values: readonly T[], otherwise: T): T
  /** @param parse Throws an Error that says what is wrong without quoting the value. */
  parsed<T>(name: string, parse: (text: string) => T, otherwise?: string): T
}

interface IntegerLimits {
  minimum: number
  maximum?: number
  otherwise?: number
}

/** A value that nobody gets to see: with a problem on the list, the configuration is not used. */
const unusable = undefined as never

export const createSettings = (environment: Environment): Settings => {
  const problems: string[] = []
  const complain = (name: string, problem: string): never => {
    problems.push(`${name} ${problem}`)
    return unusable
  }
  const read = (name: string): string | undefined => environment[name]?.trim() || undefined

  return {
    problems,
    text(name, shape) {
      const value = read(name)
      if (value === undefined) return complain(name, 'is missing')
      return shape.test(value)
        ? value
        : complain(name, 'has a character that does not belong there')
    },
    optional: read,
    integer(name, { minimum, maximum = Number.MAX_SAFE_INTEGER, otherwise }) {
      const text = read(name)
      if (text === undefined) return otherwise ?? complain(name, 'is missing')
      const value = Number(text)
      const isInside = Number.isSafeInteger(value) && value >= minimum && value <= maximum
      return isInside ? value : complain(name, 'is not a whole number in its range')
    },
    origin(name, otherwise) {
      const text = read(name) ?? otherwise
      const url = URL.canParse(text) ? new URL(text) : undefined
      const isOrigin = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search
      return isOrigin
        ? url.origin
        : complain(name, 'is not of the form https://host or http://host:port')
    },
    oneOf(name, values, otherwise) {
      const text = read(name) ?? otherwise
      const value = values.find((candidate) => candidate === text)
      return value ?? complain(name, `is none of ${values.join(', ')}`)
    },
    parsed(name, parse, otherwise) {
      const text = read(name) ?? otherwise
      if (text === undefined) return complain(name, 'is missing')
      try {
        return parse(text)
      } catch (error) {
        return complain(name, error instanceof Error ? error.message : 'is not valid')
      }
    },
  }
}
