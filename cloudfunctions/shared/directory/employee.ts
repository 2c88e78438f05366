import type {
  Employee,
  EmployeeDepartment,
  ProfileField,
  WithheldReason,
} from '../../../typings/api'
import type { Member } from '../wecom/endpoints/user-get'
import type { DepartmentTree } from './departments'
import { mainFirst } from './standing'

export interface Trimming {
  corpId: string
  corpName?: string
  /** PROFILE_FIELDS: what may leave the server. */
  fields: ReadonlySet<ProfileField>
  /** What badges call a role. */
  roleNames?: Readonly<Record<string, string>>
}

/**
 * Trims a member (成员, WeCom's) to an employee (员工, ours): only the configured fields, and for each
 * other field the reason why it is empty.
 *
 * @param roles By the rules of the company.
 * @param confirmedAt Epoch ms: when WeCom said so.
 */
export const toEmployee = (
  member: Member,
  tree: DepartmentTree,
  roles: string[],
  { corpId, corpName, fields, roleNames = {} }: Trimming,
  confirmedAt: number,
): Employee => {
  const employee: Employee = {
    corpId,
    ...(corpName && { corpName }),
    // These two are what an employee is; no configuration takes them away.
    userId: member.userId,
    name: member.name,
    departments: [],
    directLeaders: [],
    roles: [],
    confirmedAt,
    withheld: {},
  }
  const offered = offers(member, tree, { roles, roleNames })
  for (const field of Object.keys(offered) as OfferedField[]) {
    const { put, reason, isPartial = false } = offered[field]
    if (!fields.has(field)) employee.withheld[field] = 'byConfiguration'
    else {
      if (reason) employee.withheld[field] = reason
      if (!reason || isPartial) put(employee)
    }
  }
  return employee
}

type OfferedField = Exclude<ProfileField, 'userId' | 'name'>

interface Offer {
  /** Why there is nothing to put, or not all of it; undefined when there is. */
  reason: WithheldReason | undefined
  /** What there is may be put all the same. */
  isPartial?: boolean
  put(employee: Employee): void
}

const offers = (
  member: Member,
  tree: DepartmentTree,
  { roles, roleNames }: { roles: string[]; roleNames: Readonly<Record<string, string>> },
): Record<OfferedField, Offer> => {
  // A field that WeCom did not even name is one that this app is not told.
  const whyEmpty = (value: unknown, wireName: string): WithheldReason | undefined =>
    value !== undefined ? undefined : member.told.has(wireName) ? 'empty' : 'byWecom'
  const contact = (field: keyof NonNullable<Employee['contact']>, wireName: string): Offer => ({
    reason: whyEmpty(member[field], wireName),
    put: (employee) => (employee.contact = { ...employee.contact, [field]: member[field] }),
  })
  const more = (
    value: Partial<NonNullable<Employee['more']>>,
    reason: WithheldReason | undefined,
  ): Offer => ({ reason, put: (employee) => (employee.more = { ...employee.more, ...value }) })
  const plain = (field: 'alias' | 'position' | 'avatar'): Offer => ({
    reason: whyEmpty(member[field], field),
    put: (employee) => Object.assign(employee, { [field]: member[field] }),
  })
  const { gender, qrCode, openUserId, externalPosition } = member
  const hasExternalProfile = member.externalCorpName || member.externalAttributes.length > 0

  return {
    alias: plain('alias'),
    position: plain('position'),
    avatar: plain('avatar'),
    departments: {
      reason: whyUnnamed(member.departmentIds, tree),
      isPartial: true,
      put: (employee) => (employee.departments = departmentsOf(member, tree)),
    },
    directLeaders: {
      reason: member.directLeaders.length === 0 ? 'empty' : undefined,
      put: (employee) => (employee.directLeaders = member.directLeaders),
    },
    roles: {
      reason: undefined,
      put: (employee) => {
        employee.roles = roles
        const named = roles.filter((role) => Object.hasOwn(roleNames, role))
        if (named.length === 0) return
        employee.roleNames = Object.fromEntries(
          named.map((role) => [role, roleNames[role] ?? role]),
        )
      },
    },
    mobile: contact('mobile', 'mobile'),
    email: contact('email', 'email'),
    bizMail: contact('bizMail', 'biz_mail'),
    telephone: contact('telephone', 'telephone'),
    address: contact('address', 'address'),
    gender: more({ ...(gender && { gender }) }, whyEmpty(gender, 'gender')),
    qrCode: more({ ...(qrCode && { qrCode }) }, whyEmpty(qrCode, 'qr_code')),
    openUserId: more({ ...(openUserId && { openUserId }) }, whyEmpty(openUserId, 'open_userid')),
    externalPosition: more(
      { ...(externalPosition && { externalPosition }) },
      whyEmpty(externalPosition, 'external_position'),
    ),
    extattr: more(
      { extattr: member.attributes },
      whyEmpty(member.attributes.length > 0 || undefined, 'extattr'),
    ),
    externalProfile: more(
      {
        externalProfile: {
          ...(member.externalCorpName && { corpName: member.externalCorpName }),
          attributes: member.externalAttributes,
        },
      },
      whyEmpty(hasExternalProfile || undefined, 'external_profile'),
    ),
  }
}

const whyUnnamed = (ids: readonly number[], tree: DepartmentTree): WithheldReason | undefined => {
  const unnamed = ids.filter((id) => tree.name(id) === null)
  if (ids.length === 0 || !unnamed.every(tree.has)) return 'outOfRange'
  return unnamed.length > 0 ? 'byWecom' : undefined
}

const departmentsOf = (member: Member, tree: DepartmentTree): EmployeeDepartment[] =>
  mainFirst(member).map((id) => ({
    id,
    name: tree.name(id),
    path: tree.path(id),
    leader: member.leadsDepartmentIds.includes(id),
    // With one department there is no doubt, even where WeCom withholds main_department.
    main: id === member.mainDepartmentId || member.departmentIds.length === 1,
  }))
