import type { Employee } from '../../../typings/api'
import type { Clock } from '../runtime/clock'
import type { Store } from '../store/store'
import type { Department } from '../wecom/endpoints/department'
import type { TagHolders } from '../wecom/endpoints/tag-get'
import type { Member, MemberStatus } from '../wecom/endpoints/user-get'
import type { WecomError } from '../wecom/errors'
import { copyId } from './copy-document'
import { createDepartmentTree, type DepartmentTree } from './departments'
import { toEmployee, type Trimming } from './employee'
import { readTags } from './read-tags'
import { tagIdsIn, type RoleRules } from './roles'
import { createSharedCopy } from './shared-copy'
import { standingOf, type Standing } from './standing'
import { createTagBook, type TagBook } from './tags'

/** An employee, and whether WeCom still counted them in at `employee.confirmedAt`. */
export interface DirectoryEntry {
  employee: Employee
  /** What rights are decided on; it stays on the server. */
  standing: Standing
  status: MemberStatus
}

export interface Directory {
  /**
   * Asks WeCom for this member now. Departments and tags may be ten minutes old, unless they were
   * forgotten.
   *
   * @throws WecomError
   */
  read(userId: string): Promise<DirectoryEntry>
  /** A department was made, renamed, moved or deleted: whoever reads next, in any instance, asks WeCom. @throws StoreError */
  forgetDepartments(): Promise<void>
  /** The same for tags. @throws StoreError */
  forgetTags(): Promise<void>
}

export interface DirectoryOptions {
  /** @throws WecomError */
  readMember(userId: string): Promise<Member>
  /** @throws WecomError */
  readDepartments(): Promise<Department[]>
  /** @throws WecomError */
  readTag(tagId: number): Promise<TagHolders>
  /** Told of a tag in the rules that WeCom does not tell: nobody has it. */
  onTagRefused(tagId: number, refusal: WecomError): void
  store: Store
  /** The same, without regard to the time of the call under way. */
  patient: Store
  /** Begins the keys in the store: corp and app, because each app sees another part of the company. */
  keyPrefix: string
  trimming: Trimming
  rules: RoleRules
  clock: Clock
  /** Waits for ms. */
  sleep(ms: number): Promise<unknown>
}

const minuteMs = 60_000
const freshMs = 10 * minuteMs
// Names of yesterday are better than no sign-in; rights of yesterday are not.
const departmentsKeptMs = 24 * 60 * minuteMs
const tagsKeptMs = 60 * minuteMs
// Somebody in a department that the copy does not know: it is new, or the app does not see it.
const unknownDepartmentMs = minuteMs

const noTags = createTagBook({})

/** 通讯录, as this app may see it and as far as its pages may know it. */
export const createDirectory = (options: DirectoryOptions): Directory => {
  const { readMember, readDepartments, readTag, onTagRefused } = options
  const { store, patient, keyPrefix, trimming, rules, clock, sleep } = options
  const shared = { store, patient, clock, sleep, freshMs }

  const departments = createSharedCopy<Department[], DepartmentTree>({
    ...shared,
    load: readDepartments,
    build: createDepartmentTree,
    key: `${keyPrefix}:departments`,
    keptMs: departmentsKeptMs,
  })
  const tagIds = tagIdsIn(rules)
  const tags = createSharedCopy({
    ...shared,
    load: () => readTags(tagIds, readTag, onTagRefused),
    build: createTagBook,
    key: `${keyPrefix}:tags:${copyId(tagIds.join())}`,
    keptMs: tagsKeptMs,
  })
  const readTagBook = async (): Promise<TagBook> => (tagIds.length > 0 ? tags.read() : noTags)

  const read = async (userId: string): Promise<DirectoryEntry> => {
    const askedAt = clock.now()
    const [member, known, book] = await Promise.all([
      readMember(userId),
      departments.read(),
      readTagBook(),
    ])
    const isNew = member.departmentIds.some((id) => !known.has(id))
    const tree = isNew ? await departments.read(unknownDepartmentMs) : known
    const standing = standingOf(member, { tree, tags: book, rules })
    const employee = toEmployee(member, tree, standing.roles, trimming, askedAt)
    return { employee, standing, status: member.status }
  }

  return {
    read,
    forgetDepartments: () => departments.forget(),
    forgetTags: () => tags.forget(),
  }
}
