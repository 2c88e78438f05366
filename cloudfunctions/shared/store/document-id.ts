import { createHash } from 'node:crypto'

// MongoDB's limit for the key of an index is 1 024 bytes.
const longestId = 900
const longestHead = 800

/**
 * The `_id` under which a key is kept: printable ASCII, so that it is the same text to everybody,
 * and in the same order as the keys. A key of ordinary characters is its own id. Of long keys that
 * begin alike only the order is lost.
 */
export const documentId = (key: string): string => {
  const id = key === '' ? '!' : escapeKey(key)
  if (id.length <= longestId) return id
  // No escaped key holds `~~`, so a long key never meets another one.
  return `${id.slice(0, longestHead)}~~${createHash('sha256').update(key).digest('hex')}`
}

/** All ids of keys that begin with `prefix` are from `from` on and before `to`. */
export const idRange = (prefix: string): { from: string; to: string } => {
  const from = escapeKey(prefix).slice(0, longestHead)
  return { from, to: `${from}\u{7f}` }
}

// Everything below `"` goes behind a `!`, the lowest of what is left, and everything above `}` behind
// a `~`, the highest: thus the order stays.
const escapeKey = (key: string): string =>
  key.replace(/[^"-}]/g, (character) => {
    const unit = character.charCodeAt(0)
    return (unit < 0x22 ? '!' : '~') + unit.toString(16).padStart(4, '0')
  })
