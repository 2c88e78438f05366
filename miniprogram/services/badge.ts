import type { Employee, EmployeeDepartment } from '../../typings/api'

/** What the badge shows, and all that is ever stored of a person. */
export type Badge = Pick<
  Employee,
  | 'corpId'
  | 'corpName'
  | 'userId'
  | 'name'
  | 'alias'
  | 'position'
  | 'avatar'
  | 'departments'
  | 'roles'
  | 'roleNames'
  | 'confirmedAt'
>

/** Whether two badges are worn by one person: user ids are only unique within a company. */
export function isSamePerson(one: Badge, other: Badge): boolean {
  return one.corpId === other.corpId && one.userId === other.userId
}

/** A badge without whatever else came along with it: only this may be stored. */
export function displayFields(employee: Badge): Badge {
  const { corpId, corpName, userId, name, alias, position, avatar } = employee
  const { departments, roles, roleNames, confirmedAt } = employee
  return {
    corpId,
    userId,
    name,
    departments,
    roles,
    confirmedAt,
    ...(corpName ? { corpName } : {}),
    ...(alias ? { alias } : {}),
    ...(position ? { position } : {}),
    ...(avatar ? { avatar } : {}),
    ...(roleNames ? { roleNames } : {}),
  }
}

/** Whether outside data is a badge that a page can show without stumbling. */
export function isBadge(value: unknown): value is Badge {
  return (
    isRecord(value) &&
    [value.corpId, value.userId, value.name].every(isText) &&
    [value.corpName, value.alias, value.position, value.avatar].every(isTextOrAbsent) &&
    Array.isArray(value.departments) &&
    value.departments.every(isDepartment) &&
    isTexts(value.roles) &&
    (value.roleNames === undefined || isWords(value.roleNames)) &&
    typeof value.confirmedAt === 'number' &&
    isFinite(value.confirmedAt)
  )
}

function isDepartment(value: unknown): value is EmployeeDepartment {
  return (
    isRecord(value) &&
    typeof value.id === 'number' &&
    (value.name === null || isText(value.name)) &&
    isTexts(value.path) &&
    typeof value.leader === 'boolean' &&
    typeof value.main === 'boolean'
  )
}

/** Whether outside data has fields at all. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isWords(value: unknown): value is Record<string, string> {
  return isRecord(value) && isTexts(Object.keys(value).map((key) => value[key]))
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isTextOrAbsent(value: unknown): boolean {
  return value === undefined || isText(value)
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText)
}
