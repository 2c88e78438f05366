/**
 * What goes wrong on purpose with requests to the database. `action` is a name such as
 * `database.modifyDocument`, or '*' for all; `times` requests of it, one by default.
 *
 * - `away`: the connection is cut, nothing is carried out.
 * - `slow`: it waits `ms` before it carries out the request, or with `when: 'after'` before it answers.
 * - `hang`: nothing is carried out and nothing is ever answered.
 * - `answerLost`: the connection is cut before or after the request was carried out.
 */
export type DatabaseFault = { action: string; times: number | 'always' } & (
  | { kind: 'away' }
  | { kind: 'slow'; ms: number; when: 'before' | 'after' }
  | { kind: 'hang' }
  | { kind: 'answerLost'; when: 'before' | 'after' }
)

export interface DatabaseFaults {
  add(fault: DatabaseFault): void
  clear(): void
  /** Those that still have requests to spoil. */
  list(): DatabaseFault[]
  /** Uses up what is due for one request. */
  take(action: string): DatabaseFault | undefined
}

export const createDatabaseFaults = (): DatabaseFaults => {
  let faults: DatabaseFault[] = []
  return {
    add: (fault) => void faults.push({ ...fault }),
    clear: () => void (faults = []),
    list: () => structuredClone(faults),
    take(action) {
      const due = faults.find((one) => one.action === '*' || one.action === action)
      if (due && due.times !== 'always') due.times -= 1
      faults = faults.filter(({ times }) => times === 'always' || times > 0)
      return due && { ...due }
    },
  }
}

/**
 * Reads a fault that was posted as JSON.
 *
 * @throws TypeError that names the field
 */
export const readDatabaseFault = (posted: unknown): DatabaseFault => {
  if (typeof posted !== 'object' || posted === null) throw new TypeError('must be an object')
  const { kind, action = '*', times = 1, ms, when } = posted as Record<string, unknown>
  if (typeof action !== 'string') throw new TypeError('action must be a string')
  if (times !== 'always' && !isWhole(times, 1)) {
    throw new TypeError('times must be a whole number from 1, or "always"')
  }
  const scope: Pick<DatabaseFault, 'action' | 'times'> = { action, times }
  if (kind === 'away' || kind === 'hang') return { ...scope, kind }
  if (when !== undefined && when !== 'before' && when !== 'after') {
    throw new TypeError('when must be "before" or "after"')
  }
  if (kind === 'slow') {
    if (!isWhole(ms, 0) || ms > 60_000) throw new TypeError('ms must be from 0 to 60000')
    return { ...scope, kind, ms, when: when ?? 'before' }
  }
  if (kind === 'answerLost') return { ...scope, kind, when: when ?? 'after' }
  throw new TypeError('kind must be away, slow, hang or answerLost')
}

const isWhole = (value: unknown, from: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= from
