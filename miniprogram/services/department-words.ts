import type { EmployeeDepartment } from '../../typings/api'
import type { Translate } from './i18n'

const STEP = ' › '

export interface DepartmentWords {
  id: number
  /** The departments above, each followed by its separator. */
  above: string
  last: string
}

/** The way down to a department, in words; one whose name WeCom keeps back has its number. */
export function departmentWords(department: EmployeeDepartment, t: Translate): DepartmentWords {
  const { id, name, path } = department
  const last = name ?? path[path.length - 1] ?? t('badge.unnamedDepartment', { id })
  const above = name === null && path.length === 0 ? [] : path.slice(0, -1)
  return { id, above: above.map((step) => step + STEP).join(''), last }
}
