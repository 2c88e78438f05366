import type { Employee } from '../../../typings/api'
import type { Clock } from '../runtime/clock'
import type { CacheStore } from '../store/forgiving-store'
import type { Department } from '../wecom/endpoints/department'
import type { Member, MemberStatus } from '../wecom/endpoints/user-get'
import { isRefusal, WecomError } from '../wecom/errors'
import { frequency, notVisible } from '../wecom/catalogue/groups'
import { createDepartmentTree, type DepartmentTree } from './departments'
import { toEmployee, type Trimming } from './employee'
import type { RoleRules } from './roles'
import { standingOf, type Standing } from './standing'
import { createTagBook } from './tags'

/** An employee, and whether WeCom still counted them in at `employee.confirmedAt`. */
export interface DirectoryEntry {
  employee: Employee
  /** What rights are decided on; it stays on the server. */
  standing: Standing
  status: MemberStatus
}

export interface Directory {
  /** Asks WeCom now. @throws WecomError */
  read(userId: string): Promise<DirectoryEntry>
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
  store: CacheStore
  /** Begins the keys in the store: corp and app, because each app sees another part of the company. */
  keyPrefix: string
  trimming: Trimming
  roles: RoleRules
  clock: Clock
}

interface KeptDepartments {
  departments: Department[]
  /** Epoch ms. */
  readAt: number
}

const entryFreshMs = 5 * 60_000
const departmentsFreshMs = 10 * 60_000
// Past its freshness a kept answer serves only while WeCom has none.
const keptMs = 24 * 60 * 60_000

/** 通讯录, as this app may see it and as far as its pages may know it. */
export const createDirectory = ({
  readMember,
  readDepartments,
  store,
  keyPrefix,
  trimming,
  roles,
  clock,
}: DirectoryOptions): Directory => {
  const departmentsKey = `${keyPrefix}:departments`
  const entryKey = (userId: string) => `${keyPrefix}:entry:${userId.toLowerCase()}`
  let reading: Promise<Department[]> | undefined

  const departments = async (): Promise<Department[]> => {
    const kept = (await store.get(departmentsKey))?.value as KeptDepartments | undefined
    if (kept && clock.now() - kept.readAt < departmentsFreshMs) return kept.departments
    reading ??= readDepartments()
      .then(async (read) => {
        const fresh: KeptDepartments = { departments: read, readAt: clock.now() }
        await store.put(departmentsKey, fresh, keptMs)
        return read
      })
      .finally(() => {
        reading = undefined
      })
    return reading.catch((error: unknown) => {
      // Yesterday's names are better than no sign-in.
      if (kept && error instanceof WecomError) return kept.departments
      throw error
    })
  }
  const tree = async (): Promise<DepartmentTree> => createDepartmentTree(await departments())

  const kept = async (userId: string): Promise<DirectoryEntry | undefined> =>
    (await store.get(entryKey(userId)))?.value as DirectoryEntry | undefined

  const read = async (userId: string): Promise<DirectoryEntry> => {
    const askedAt = clock.now()
    const [member, departmentTree] = await Promise.all([readMember(userId), tree()])
    const standing = standingOf(member, {
      tree: departmentTree,
      tags: createTagBook({}),
      rules: roles,
    })
    const employee = toEmployee(member, departmentTree, standing.roles, trimming, askedAt)
    return { employee, standing, status: member.status }
  }
  const ask = async (userId: string): Promise<DirectoryEntry> => {
    const entry = await read(userId)
    await store.put(entryKey(entry.employee.userId), entry, keptMs)
    return entry
  }
  const confirm = (userId: string): Promise<DirectoryEntry> =>
    ask(userId).catch(async (error: unknown) => {
      // Whom WeCom no longer shows must not come back out of the cache.
      if (isRefusal(error, ...notVisible)) await store.del(entryKey(userId))
      const remembered = isRefusal(error, ...frequency) ? await kept(userId) : undefined
      if (!remembered) throw error
      return remembered
    })

  return {
    read,
    confirm,
    async entry(userId) {
      const remembered = await kept(userId)
      const age = remembered ? clock.now() - remembered.employee.confirmedAt : Infinity
      return remembered && age < entryFreshMs ? remembered : confirm(userId)
    },
  }
}
