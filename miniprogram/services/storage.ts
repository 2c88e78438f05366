/** The storage of the phone: `wx` itself. An absent key reads as an empty string. */
export interface Storage {
  getStorageSync(key: string): unknown
  setStorageSync(key: string, value: unknown): void
  removeStorageSync(key: string): void
}

/**
 * Whether a change of the storage went through: a full or broken one costs the next launch its head
 * start, never this one what it shows.
 */
export function succeeds(change: () => void): boolean {
  try {
    change()
    return true
  } catch {
    return false
  }
}
