import type { NoticedBy } from '../audit/audit-record'
import { WecomError } from '../wecom/errors'
import type { Employees } from './employees'
import type { Rechecks } from './rechecks'

/** Whom a change concerns, as far as they were not looked at yet. */
export interface Affected {
  userIds: string[]
  /** Everybody in these departments and below them. */
  departmentIds: number[]
  /** Of those in the departments: whoever comes before this id, and this one, was looked at. */
  after?: string
}

/**
 * Looks at everybody whom a change concerns, as long as there is time. Gives what is left, or undefined
 * when nothing is. Of whom WeCom gave no answer the profile is forgotten, so that nobody decides by it.
 *
 * @throws StoreError
 */
export type LookAtAffected = (
  affected: Affected,
  by: NoticedBy,
  hasTime: () => boolean,
) => Promise<Affected | undefined>

export interface AffectedOptions {
  employees: Pick<Employees, 'list' | 'read' | 'forgetProfile'>
  rechecks: Pick<Rechecks, 'ask'>
}

// Far from WeCom's limit of calls at once, and from the store's.
const atOnce = 10
// As many as a store gives: on Redis each page costs a walk past all of its keys.
const pageSize = 1000

export const createLookAtAffected = ({ employees, rechecks }: AffectedOptions): LookAtAffected => {
  /** Gives those of whom WeCom said nothing. */
  const askAll = async (userIds: readonly string[], by: NoticedBy): Promise<string[]> => {
    const unanswered = userIds.map(async (userId) => {
      try {
        await rechecks.ask(userId, by)
        return []
      } catch (error) {
        if (!(error instanceof WecomError)) throw error
        await employees.forgetProfile(userId)
        return [userId]
      }
    })
    return (await Promise.all(unanswered)).flat()
  }
  const belongTo = async (userIds: readonly string[], departmentIds: readonly number[]) => {
    const records = await Promise.all(userIds.map((userId) => employees.read(userId)))
    return records.flatMap((record) => {
      const isBelow = (id: number) => record?.active && record.standing.lineage.includes(id)
      return record && departmentIds.some(isBelow) ? [record.userId] : []
    })
  }

  return async ({ userIds, departmentIds, after }, by, hasTime) => {
    const rest = [...userIds]
    const unanswered: string[] = []
    while (rest.length > 0 && hasTime()) {
      unanswered.push(...(await askAll(rest.splice(0, atOnce), by)))
    }
    let last = after
    let isWalking = departmentIds.length > 0
    while (isWalking && hasTime()) {
      const page = await employees.list(last, pageSize)
      isWalking = page.length > 0
      while (page.length > 0 && hasTime()) {
        const some = page.splice(0, atOnce)
        unanswered.push(...(await askAll(await belongTo(some, departmentIds), by)))
        last = some.at(-1)
      }
    }
    const left = {
      userIds: [...rest, ...unanswered],
      departmentIds: isWalking ? departmentIds : [],
    }
    if (left.userIds.length === 0 && left.departmentIds.length === 0) return undefined
    return { ...left, ...(isWalking && last !== undefined && { after: last }) }
  }
}
