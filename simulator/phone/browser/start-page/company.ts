/** The companies of the WeCom simulator, as the list of people needs them. */
export interface Corp {
  corpId: string
  corpName: string
  /** Whether the mini program belongs to it. */
  own: boolean
  departments: { id: number; name: string; parentId: number }[]
  members: Member[]
}

export interface Member {
  userId: string
  name: string
  alias?: string
  position?: string
  departmentIds: number[]
  /** 激活状态: 1 已激活, 2 已禁用, 4 未激活, 5 退出企业. */
  status: number
  /** Whether this app may see the member. */
  visible: boolean
}

/** What makes opening the mini program as someone interesting. */
export type Mark = 'disabled' | 'departed' | 'notActivated' | 'invisible' | 'foreign'

export const MARKS: readonly Mark[] = [
  'disabled',
  'departed',
  'notActivated',
  'invisible',
  'foreign',
]

const STATUS_MARKS: Record<number, Mark> = { 2: 'disabled', 4: 'notActivated', 5: 'departed' }

/** The marks of one member. */
export function marksOf(corp: Corp, member: Member): Mark[] {
  const marks: Mark[] = []
  const byStatus = STATUS_MARKS[member.status]
  if (byStatus !== undefined) marks.push(byStatus)
  if (!member.visible) marks.push('invisible')
  if (!corp.own) marks.push('foreign')
  return marks
}

export interface Group {
  title: string
  corp: Corp
  members: Member[]
}

/**
 * The people whom a search finds, by their first department, in the order of the department tree;
 * other companies come last.
 *
 * @param words what was typed: looked for in names, ids, positions and departments
 */
export function findPeople(corps: readonly Corp[], words: string, mark?: Mark): Group[] {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const ordered = [...corps].sort((a, b) => Number(b.own) - Number(a.own))
  return ordered.flatMap((corp) => {
    const names = new Map(corp.departments.map(({ id, name }) => [id, name]))
    const found = corp.members.filter((member) => {
      if (mark !== undefined && !marksOf(corp, member).includes(mark)) return false
      const { userId, name, alias = '', position = '', departmentIds } = member
      const departments = departmentIds.map((id) => names.get(id) ?? '')
      const text = [userId, name, alias, position, ...departments].join('\n').toLowerCase()
      return wanted.every((word) => text.includes(word))
    })
    const groups = departmentOrder(corp).map((id) => ({
      title: corp.own ? (names.get(id) ?? '') : `${corp.corpName} · ${names.get(id) ?? ''}`,
      corp,
      members: found.filter(({ departmentIds }) => departmentIds[0] === id),
    }))
    const placed = new Set(groups.flatMap(({ members }) => members))
    const others = found.filter((member) => !placed.has(member))
    return [...groups, { title: corp.corpName, corp, members: others }].filter(
      ({ members }) => members.length > 0,
    )
  })
}

/** Department ids, parents before their children. */
function departmentOrder({ departments }: Corp): number[] {
  const known = new Set(departments.map(({ id }) => id))
  const below = (parentId: number): number[] =>
    departments
      .filter((department) => department.parentId === parentId && department.id !== parentId)
      .flatMap(({ id }) => [id, ...below(id)])
  const roots = departments.filter(({ id, parentId }) => !known.has(parentId) || parentId === id)
  return roots.flatMap(({ id }) => [id, ...below(id)])
}
