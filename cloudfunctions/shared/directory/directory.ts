import type { Employee } from '../../../typings/api'
import type { Clock } from '../runtime/clock'
import { forgiving } from '../store/forgiving'
import type { Store } from '../store/store'
import type { Department } from '../wecom/endpoints/department'
import type { TagHolders } from '../wecom/endpoints/tag-get'
import type { Member, MemberStatus } from '../wecom/endpoints/user-get'
import { isRefusal, type WecomError } from '../wecom/errors'
import { frequency, notVisible } from '../wecom/catalogue/groups'
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
  /**
   * A department was made, renamed, moved or deleted: known here at once, and in every other instance
   * within half a minute. @throws StoreError
   */
  forgetDepartments(): Promise<void>
  /** The same for tags. @throws StoreError */
  forgetTags(): Promise<void>
  /**
   * Asks WeCom now, and remembers the answer. While WeCom refuses for the frequency of calls, what is
   * remembered has to do.
   *
   * @throws WecomError
   */
  confirm(userId: string): Promise<DirectoryEntry>
  /** What WeCom said in the last five minutes, or says now. @throws WecomError */
  entry(userId: string): Promise<DirectoryEntry>
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
const entryFreshMs = 5 * 60_000
const keptMs = 24 * 60 * 60_000

/** 通讯录, as this app may see it and as far as its pages may know it. */
export const createDirectory = (options: DirectoryOptions): Directory => {
  const { readMember, readDepartments, readTag, onTagRefused } = options
  const { store, keyPrefix, trimming, rules, clock, sleep } = options
  const shared = { store, clock, sleep, freshMs }

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

  const entryKey = (userId: string) => `${keyPrefix}:entry:${userId.toLowerCase()}`
  const kept = async (userId: string): Promise<DirectoryEntry | undefined> =>
    (await forgiving(store.get(entryKey(userId)), null))?.value as DirectoryEntry | undefined
  const confirm = async (userId: string): Promise<DirectoryEntry> => {
    try {
      const entry = await read(userId)
      await forgiving(store.put(entryKey(entry.employee.userId), entry, keptMs), undefined)
      return entry
    } catch (error) {
      // Whom WeCom no longer shows must not come back out of the cache.
      if (isRefusal(error, ...notVisible)) await forgiving(store.del(entryKey(userId)), undefined)
      const remembered = isRefusal(error, ...frequency) ? await kept(userId) : undefined
      if (!remembered) throw error
      return remembered
    }
  }

  return {
    read,
    forgetDepartments: () => departments.forget(),
    forgetTags: () => tags.forget(),
    confirm,
    async entry(userId) {
      const remembered = await kept(userId)
      const age = remembered ? clock.now() - remembered.employee.confirmedAt : Infinity
      return remembered && age < entryFreshMs ? remembered : confirm(userId)
    },
  }
}
