const SECRET_NAME =
  /token|secret|code$|session|key|password|ticket|encrypted|signature|authorization|cookie|^iv$/i
/** Long runs of what only machines write: tokens, keys, codes, signatures. */
const SECRET_TEXT = /[A-Za-z0-9_\-+=]{32,}/g
const RESULT_NAMES = new Set(['errcode', 'code'])

/**
 * Nothing secret should arrive at the start page; whatever looks like it is not shown all the same.
 * Gives a copy without the values of such fields.
 */
export function redact(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(SECRET_TEXT, '•••')
  if (Array.isArray(value)) return value.map(redact)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      name === 'traceId' ? item : isSecret(name, item) ? '•••' : redact(item),
    ]),
  )
}

function isSecret(name: string, value: unknown): boolean {
  return SECRET_NAME.test(name) && !isResultCode(name, value)
}

/** `code` is also what a reply calls its outcome: a short word in capitals, or "ok". */
function isResultCode(name: string, value: unknown): boolean {
  if (!RESULT_NAMES.has(name)) return false
  return (
    typeof value === 'number' || (typeof value === 'string' && /^(ok|[A-Z_]+|-?\d+)$/.test(value))
  )
}
