/** What lies in `data` under a path such as `groups[0].fields`; all of it without one. */
export function valueAt(data: unknown, path: unknown): unknown {
  if (typeof path !== 'string' || path === '') return data
  return path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data)
}
