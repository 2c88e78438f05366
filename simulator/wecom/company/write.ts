import { stringify } from 'yaml'
import type { App, Company, Corp, Department, Member } from './company'

export type CompanyFormat = 'json' | 'yaml'

/** Writes a company as a file that loadCompany reads back into the same; defaults are left out. */
export const writeCompany = (company: Company, format: CompanyFormat): string => {
  const file = sparseCompany(company)
  if (format === 'json') return `${JSON.stringify(file, null, 2)}\n`
  if (file.members.length <= severalLinesEach) return stringify(file, layout)
  const { members, ...others } = file
  const lines = members.map((member) => `  - ${JSON.stringify(member)}\n`)
  return `${stringify(others, layout)}members:\n${lines.join('')}`
}

const layout = { lineWidth: 100, aliasDuplicateObjects: false } as const

/** More members than this stand on one line each, as JSON, which is YAML too: seconds, not minutes. */
const severalLinesEach = 2000

const sparseCompany = ({ otherCorps, ...own }: Company) => ({
  ...sparseCorp(own),
  ...(otherCorps.length > 0 && { otherCorps: otherCorps.map(sparseCorp) }),
})

const sparseCorp = ({ apps, tags, departments, members, ...corp }: Corp) => ({
  ...withoutEmpty(corp),
  apps: apps.map(sparseApp),
  ...(tags.length > 0 && { tags: tags.map((tag) => withoutEmpty(tag)) }),
  departments: departments.map(sparseDepartment),
  members: members.map(sparseMember),
})

const sparseApp = ({ enabled, trustedIps, ...app }: App) => ({
  ...withoutEmpty(app),
  ...(!enabled && { enabled }),
  // An empty list says something else than none: nobody may call.
  ...(trustedIps && { trustedIps }),
})

const sparseDepartment = ({ parentId, nameEn, ...department }: Department) => ({
  ...department,
  ...(nameEn !== '' && { nameEn }),
  ...(department.id !== 1 && parentId !== 1 && { parentId }),
})

const sparseMember = ({ mainDepartment, order, status, ...member }: Member) => ({
  ...withoutEmpty(member),
  ...(mainDepartment !== member.departments[0] && { mainDepartment }),
  ...(order.some((place) => place !== 0) && { order }),
  ...(status !== 1 && { status }),
})

/** Without lists that are empty, which is what they are by default. */
const withoutEmpty = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(value).filter(([, inner]) => !(Array.isArray(inner) && inner.length === 0)),
  ) as Partial<T>
