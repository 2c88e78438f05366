/** Who sees something, as far as a phone can tell. Of lists, one match is enough. */
export type DisplayRule =
  | 'everyone'
  /** Whoever leads any department. */
  | 'leaders'
  | { roles: string[] }
  /** By user id. */
  | { people: string[] }
  | { all: DisplayRule[] }
  | { any: DisplayRule[] }
  | { not: DisplayRule }

/** What a rule asks about. */
export interface Viewer {
  userId: string
  roles: string[]
  departments: { leader: boolean }[]
}

/**
 * Whether a rule admits this employee. The words are those of the server's audiences (受众) but for
 * `departments`: which ones lie below a department only the server knows; give them a role. A rule that
 * is not understood admits nobody.
 */
export function admits(rule: DisplayRule, viewer: Viewer): boolean {
  return isViewer(viewer) && decide(rule, viewer) === true
}

/** The template of a page passes on what it has, and half an employee is nobody. */
function isViewer(viewer: Partial<Viewer>): viewer is Viewer {
  const { userId, roles, departments } = viewer
  return typeof userId === 'string' && Array.isArray(roles) && Array.isArray(departments)
}

/** `null`: not understood, and then turning it round must not make it a yes. */
function decide(rule: unknown, viewer: Viewer): boolean | null {
  if (rule === 'everyone') return true
  if (rule === 'leaders') return viewer.departments.some(({ leader }) => leader === true)
  if (typeof rule !== 'object' || rule === null) return null
  const [name, ...more] = Object.keys(rule)
  const value: unknown = Object.values(rule)[0]
  if (name === undefined || more.length > 0) return null
  if (name === 'not') return opposite(decide(value, viewer))
  if (!Array.isArray(value) || value.length === 0) return null
  switch (name) {
    case 'roles':
      return value.some((role) => viewer.roles.includes(role))
    case 'people':
      return value.some((userId) => String(userId).toLowerCase() === viewer.userId.toLowerCase())
    case 'all':
      return together(value, viewer, false)
    case 'any':
      return together(value, viewer, true)
    default:
      return null
  }
}

/** One `decisive` answer settles it; one that is not understood spoils the rest. */
function together(rules: unknown[], viewer: Viewer, decisive: boolean): boolean | null {
  const answers = rules.map((rule) => decide(rule, viewer))
  if (answers.includes(null)) return null
  return answers.includes(decisive) ? decisive : !decisive
}

function opposite(answer: boolean | null): boolean | null {
  return answer === null ? null : !answer
}
