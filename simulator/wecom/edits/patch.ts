/**
 * What to change of a T: what is left out stays, null takes away what is optional, objects are
 * merged, lists are replaced. https://www.rfc-editor.org/rfc/rfc7396
 */
export type Patch<T> = {
  [K in keyof T]?: PatchedValue<NonNullable<T[K]>> | NullIfOptional<T, K>
}

type PatchedValue<V> = V extends readonly unknown[] ? V : V extends object ? Patch<V> : V
type NullIfOptional<T, K extends keyof T> = Partial<Pick<T, K>> extends Pick<T, K> ? null : never

/** The patched copy; neither argument is changed. What it is must still be checked. */
export const patched = (before: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return structuredClone(patch)
  const merged = new Map(isObject(before) ? Object.entries(structuredClone(before)) : [])
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key)
    else if (value !== undefined) merged.set(key, patched(merged.get(key), value))
  }
  return Object.fromEntries(merged)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
