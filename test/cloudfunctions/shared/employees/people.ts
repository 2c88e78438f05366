import type { Known } from '../../../../cloudfunctions/shared/employees/employees'
import type { LiveSession } from '../../../../cloudfunctions/shared/employees/employee-record'
import type { Door } from '../../../../cloudfunctions/shared/session/session-token'

/** What WeCom said of somebody, as the directory gives it. */
export const personOf = (userId: string, position = '工程师'): Known => ({
  employee: {
    corpId: 'ww1',
    userId,
    name: userId,
    position,
    departments: [],
    directLeaders: [],
    roles: [],
    confirmedAt: 0,
    withheld: {},
  },
  standing: { departmentIds: [3], lineage: [3, 1], leads: [], roles: [] },
})

/** A session that lives for half an hour. */
export const sessionOf = (
  sessionId: string,
  startedAt: number,
  via: Door = 'wecom-miniprogram',
): LiveSession => ({ sessionId, via, startedAt, expiresAt: startedAt + 30 * 60_000 })
