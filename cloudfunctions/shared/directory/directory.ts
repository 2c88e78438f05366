import type { Employee } from '../../../typings/api'
import type { Clock } from '../runtime/clock'
import type { Store } from '../store/store'
import type { Department } from '../wecom/endpoints/department'
import type { Member, MemberStatus } from '../wecom/endpoints/user-get'
import { createDepartmentTree, type DepartmentTree } from './departments'
import { toEmployee, type Trimming } from './employee'

/** An employee, and whether WeCom still counts them in. */
export interface DirectoryEntry {
  employee: Employee
  status: MemberStatus
}

export interface Directory {
  /** Asks WeCom now, and remembers the answer. */
  confirm(userId: string): Promise<DirectoryEntry>
  /** What WeCom said in the last five minutes, or says now. */
  entry(userId: string): Promise<DirectoryEntry>
}

export interface DirectoryOptions {
  /** @throws WecomError */
  readMember(userId: string): Promise<Member>
  /** @throws WecomError */
  readDepartments(): Promise<Department[]>
  store: Store
  /** Begins the keys in the store: corp and app, because each app sees another part of the company. */
  keyPrefix: string
  trimming: Trimming
  clock: Clock
}

const entryLifeMs = 5 * 60_000
const departmentsLifeMs = 10 * 60_000

/** 通讯录, as this app may see it and as far as its pages may know it. */
export const createDirectory = ({
  readMember,
  readDepartments,
  store,
  keyPrefix,
  trimming,
  clock,
}: DirectoryOptions): Directory => {
  const departmentsKey = `${keyPrefix}:departments`
  const entryKey = (userId: string) => `${keyPrefix}:entry:${userId.toLowerCase()}`
  let reading: Promise<Department[]> | undefined

  const departments = async (): Promise<Department[]> => {
    const kept = await store.get(departmentsKey)
    if (kept) return kept.value as Department[]
    reading ??= readDepartments()
      .then(async (read) => {
        await store.put(departmentsKey, read, departmentsLifeMs)
        return read
      })
      .finally(() => {
        reading = undefined
      })
    return reading
  }
  const tree = async (): Promise<DepartmentTree> => createDepartmentTree(await departments())

  const confirm = async (userId: string): Promise<DirectoryEntry> => {
    const [member, departmentTree] = await Promise.all([readMember(userId), tree()])
    const employee = toEmployee(member, departmentTree, trimming, clock.now())
    const entry = { employee, status: member.status }
    await store.put(entryKey(member.userId), entry, entryLifeMs)
    return entry
  }

  return {
    confirm,
    async entry(userId) {
      const kept = await store.get(entryKey(userId))
      return kept ? (kept.value as DirectoryEntry) : confirm(userId)
    },
  }
}
