/**
 * What a JSON value must look like: a type, a list of one shape, or an object. A key that ends in `?`
 * may be absent. No values: whatever is compared with a shape can be told without telling anybody's name.
 */
export type Shape = 'text' | 'number' | readonly [Shape] | { readonly [key: string]: Shape }

/** One way in which an answer is not what the simulator answers. */
export interface Difference {
  kind:
    | 'missing key'
    | 'extra key'
    | 'type'
    | 'errcode'
    | 'errmsg'
    | 'missing part'
    | 'header'
    | 'missing header'
    | 'status'
    | 'body'
  /** Where: `userlist[].name`, or the name of a header. */
  at: string
  /** What the simulator answers there: a type, a number, a text. */
  simulator?: string
  /** What was answered instead. */
  here?: string
}

/** Every difference once, however many elements of a list have it. `at`: where the value stands. */
export const differencesOf = (shape: Shape, value: unknown, at = ''): Difference[] => {
  const found = new Map<string, Difference>()
  for (const difference of compare(shape, value, at)) {
    found.set(JSON.stringify(difference), difference)
  }
  return [...found.values()]
}

const compare = (shape: Shape, value: unknown, at: string): Difference[] => {
  const wanted = typeof shape === 'string' ? shape : isList(shape) ? 'list' : 'object'
  const here = typeOf(value)
  if (here !== wanted) return [{ kind: 'type', at, simulator: wanted, here }]
  if (typeof shape === 'string') return []
  return isList(shape)
    ? (value as unknown[]).flatMap((each) => compare(shape[0], each, `${at}[]`))
    : compareKeys(shape, value as Record<string, unknown>, at)
}

const compareKeys = (
  shape: { readonly [key: string]: Shape },
  value: Record<string, unknown>,
  at: string,
): Difference[] => {
  // Any other key than a plain word may be a name, and would not be told apart from a path of keys.
  const below = (key: string) => {
    const name = /^[a-z_]{1,40}$/i.test(key) ? key : '…'
    return at ? `${at}.${name}` : name
  }
  const known = new Set<string>()
  const wrong = Object.entries(shape).flatMap(([name, inner]): Difference[] => {
    const key = name.replace(/\?$/, '')
    known.add(key)
    if (key in value) return compare(inner, value[key], below(key))
    return name === key ? [{ kind: 'missing key', at: below(key) }] : []
  })
  const extra = Object.keys(value)
    .filter((key) => !known.has(key))
    .map((key): Difference => ({ kind: 'extra key', at: below(key), here: typeOf(value[key]) }))
  return [...wrong, ...extra]
}

const isList = (shape: object): shape is readonly [Shape] => Array.isArray(shape)

const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'string' ? 'text' : value === undefined ? 'nothing' : typeof value
}
