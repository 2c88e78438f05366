// What the control API tells, as far as the page reads it. Types alone: nothing of the server runs here.
import type * as company from '../../company/company'

export type { Member, Tag } from '../../company/company'
export type { StandingFault as Fault } from '../../faults/rule'
export type { JournalEntry as Entry } from '../../journal/entry'

/** An app as it is told unasked. */
export type App = Omit<company.App, 'secret'>

/** A member in a list. */
export interface MemberLine {
  userId: string
  name: string
  position?: string
  status: company.MemberStatus
  visible: boolean
}

/** A department, and how many departments and members are right in it. */
export interface Department extends company.Department {
  departments: number
  members: number
}

export interface Corp {
  corpId: string
  name: string
  own: boolean
  members: number
  departments: number
}
