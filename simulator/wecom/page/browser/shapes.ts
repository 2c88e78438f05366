/** What the control API tells, as far as the page reads it. */
export interface MemberLine {
  userId: string
  name: string
  position?: string
  departmentIds: number[]
  status: number
  visible: boolean
}

export interface Member {
  userId: string
  name: string
  alias?: string
  position?: string
  mobile?: string
  email?: string
  bizMail?: string
  departments: number[]
  mainDepartment: number
  leaderOf: number[]
  directLeaders: string[]
  status: number
}

export interface Department {
  id: number
  name: string
  nameEn: string
  parentId: number
  order: number
  /** How many are right below it. */
  departments: number
  members: number
}

export interface Tag {
  id: number
  name: string
  members: string[]
  departments: number[]
}

export interface App {
  agentId: number
  name: string
  createdAt: string
  legacyFields?: boolean
  enabled: boolean
  visibleRange: { members: string[]; departments: number[]; tags: number[] }
  miniProgram?: { appId: string; linked: true | 'encrypted' | 'refused' }
  trustedIps?: string[]
  [other: string]: unknown
}

export interface Entry {
  id: number
  at: number
  method: string
  path: string
  query: Record<string, string>
  input?: unknown
  from: string
  status: number
  errcode: number | null
  answer?: unknown
  ms: number
  why?: string
  explanation?: { zh: string; en: string }
}

export interface Fault {
  id: number
  path: string
  kind: string
  times: number | 'always'
  chance?: number
  [parameter: string]: unknown
}

export interface Corp {
  corpId: string
  name: string
  own: boolean
  members: number
  departments: number
}
