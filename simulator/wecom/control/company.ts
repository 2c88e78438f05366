import type { App, Corp, Department, Member, Tag } from '../company/company'
import { viewOf } from '../state/visibility'
import type { World } from '../state/world'
import { withoutSecrets } from './without-secrets'

/** What the start page shows of a corp: who could open the mini program. */
export interface CorpListing {
  corpId: string
  corpName: string
  /** The corp whose app the mini program is linked to; the others are visitors' corps. */
  own: boolean
  departments: Pick<Department, 'id' | 'name' | 'parentId'>[]
  members: MemberListing[]
  tags: Tag[]
  /** Without their secrets. */
  apps: Partial<App>[]
}

/** A member as a list shows them. */
export interface MemberListing {
  userId: string
  name: string
  alias?: string
  position?: string
  /** The main department first. */
  departmentIds: number[]
  /** 1 active · 2 disabled · 4 not activated · 5 left the corp. */
  status: Member['status']
  /** Whether an app of the corp with a mini program sees the member (可见范围). */
  visible: boolean
}

/** GET /_sim/company: everybody, our own corp first. */
export const listCompany =
  ({ corps }: Pick<World, 'corps'>) =>
  (): { corps: CorpListing[] } => ({
    corps: corps.map((corp, index) => ({
      corpId: corp.corpId,
      corpName: corp.name,
      own: index === 0,
      departments: corp.departments.map(({ id, name, parentId }) => ({ id, name, parentId })),
      members: listMembers(corp, corp.members),
      tags: structuredClone(corp.tags),
      apps: corp.apps.map(withoutSecrets),
    })),
  })

/** GET /_sim/corps: the corps alone, each with how large it is. */
export const listCorps =
  ({ corps }: Pick<World, 'corps'>) =>
  () => ({
    corps: corps.map(({ corpId, name, members, departments }, index) => ({
      corpId,
      name,
      own: index === 0,
      members: members.length,
      departments: departments.length,
    })),
  })

/** Some members of a corp as a list shows them. */
export const listMembers = (corp: Corp, members: readonly Member[]): MemberListing[] => {
  const views = corp.apps
    .filter(({ miniProgram }) => miniProgram)
    .map(({ visibleRange }) => viewOf(corp, visibleRange))
  return members.map((member) => ({
    userId: member.userId,
    name: member.name,
    ...(member.alias !== undefined && { alias: member.alias }),
    ...(member.position !== undefined && { position: member.position }),
    departmentIds: mainFirst(member),
    status: member.status,
    visible: views.some((view) => view.includesMember(member)),
  }))
}

const mainFirst = ({ departments, mainDepartment }: Member): number[] => [
  mainDepartment,
  ...departments.filter((id) => id !== mainDepartment),
]
