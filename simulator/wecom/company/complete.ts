import type { Company, Corp, Department, Member } from './company'

type Draft<T, Optional extends keyof T> = Omit<T, Optional> & Partial<Pick<T, Optional>>
/** A member as the schema lets it pass. */
export type MemberDraft = Draft<Member, 'mainDepartment' | 'order'>
type CorpDraft = Omit<Corp, 'departments' | 'members'> & {
  departments: Draft<Department, 'parentId' | 'order'>[]
  members: MemberDraft[]
}
type CompanyDraft = CorpDraft & { otherCorps: CorpDraft[] }

/**
 * Fills what a schema's constant defaults cannot: the main department, the parent, the orders.
 * `checked` must have passed the schema.
 */
export const complete = (checked: unknown): Company => {
  const draft = checked as CompanyDraft
  return { ...completeCorp(draft), otherCorps: draft.otherCorps.map(completeCorp) }
}

const completeCorp = ({ departments, members, ...rest }: CorpDraft): Corp => ({
  ...rest,
  departments: departments.map((department, index) => ({
    ...department,
    parentId: department.parentId ?? (department.id === 1 ? 0 : 1),
    // Larger comes first, so what is written first keeps its place.
    order: department.order ?? (departments.length - index) * 1000,
  })),
  members: members.map(completeMember),
})

/** The first department is the main one unless another is named; every order is 0. */
export const completeMember = (member: MemberDraft): Member => ({
  ...member,
  mainDepartment: member.mainDepartment ?? member.departments[0] ?? 1,
  order: member.order ?? member.departments.map(() => 0),
})
