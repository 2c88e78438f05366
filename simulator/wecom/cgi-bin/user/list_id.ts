import { badParameter, fault } from '../../wire/fault'
import type { Endpoint } from '../endpoint'

const most = 10_000

/**
 * POST /cgi-bin/user/list_id {cursor?, limit?} 获取成员ID列表: a row for each member and department, in
 * pages; an empty next_cursor is the end. Only with the secret of 通讯录同步.
 * https://developer.work.weixin.qq.com/document/path/96067
 */
export const listUserIds: Endpoint = ({ body }, { corp }) => {
  const limit = body.integer('limit') ?? most
  if (limit < 1 || limit > most) throw badParameter('limit', `limit must be 1 to ${most}`)
  const rows = corp.members.flatMap(({ userId, departments }) =>
    departments.map((department) => ({ userid: userId, department })),
  )
  const from = offsetOf(body.text('cursor'))
  const to = from + limit
  return { next_cursor: to < rows.length ? cursorAt(to) : '', dept_user: rows.slice(from, to) }
}

const cursorAt = (offset: number): string => Buffer.from(`row ${offset}`).toString('base64url')

const offsetOf = (cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  const offset = /^row (\d+)$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  if (offset === undefined) throw fault(50100, 'this cursor was never given here')
  return Number(offset)
}
