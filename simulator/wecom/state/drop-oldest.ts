/** Makes room for one more in a Map or a Set, which both keep the order of insertion. */
export const dropOldest = <K>(
  kept: { size: number; keys(): Iterator<K>; delete(key: K): boolean },
  capacity: number,
): void => {
  if (kept.size < capacity) return
  const oldest = kept.keys().next()
  if (!oldest.done) kept.delete(oldest.value)
}
