import type { XmlFields } from '../shared/callbacks/flat-xml'
import type { RevocationReason } from '../shared/employees/employee-record'

/** What an event asks us to do. */
export type Change =
  /** May use the app, again or for the first time. */
  | { kind: 'joined'; userId: string }
  | { kind: 'departed'; userId: string; reason: RevocationReason }
  /** Has another department, is a leader, … */
  | { kind: 'changed'; userId: string }
  /** These have people in or below them. */
  | { kind: 'departmentsChanged'; departmentIds: number[] }
  | { kind: 'tagChanged'; userIds: string[]; departmentIds: number[] }

export interface WecomEvent {
  /** For the log: `unsubscribe`, `change_contact/delete_user`; `odd` where it is none of a known form. */
  name: string
  /** Epoch ms, of the second in which it happened; 0 when WeCom does not say. */
  happenedAt: number
  /** Undefined when there is nothing to do. */
  change: Change | undefined
}

// 成员账号: https://developer.work.weixin.qq.com/document/path/90195
const userIdShape = /^[\w.@-]{1,64}$/
const nameShape = /^\w{1,64}$/

/**
 * Reads an event of the app (https://developer.work.weixin.qq.com/document/path/90240) or of contact
 * sync (…/path/90970 to 90972), with all fields or, as since 2022-08-15, with ids only.
 *
 * @param agentId Of our app: what another one's members do there is no concern of ours.
 */
export const readEvent = (fields: XmlFields, agentId: number): WecomEvent => {
  const text = (name: string) => fields.get(name) ?? ''
  const [event, changeType] = [text('Event'), text('ChangeType')]
  const isContactChange = event === 'change_contact'
  const names = isContactChange ? [event, changeType] : [event]
  const createTime = /^\d{10}$/.exec(text('CreateTime'))?.[0] ?? '0'
  const isForOthers =
    !isContactChange && fields.has('AgentID') && text('AgentID') !== String(agentId)
  return {
    name: names.every((name) => nameShape.test(name)) ? names.join('/') : 'odd',
    happenedAt: Number(createTime) * 1000,
    change: isForOthers ? undefined : isContactChange ? contactChange(fields) : appChange(fields),
  }
}

const appChange = (fields: XmlFields): Change | undefined => {
  const userId = userIdIn(fields, 'FromUserName')
  if (userId === undefined) return undefined
  if (fields.get('Event') === 'subscribe') return { kind: 'joined', userId }
  if (fields.get('Event') === 'unsubscribe') {
    return { kind: 'departed', userId, reason: 'unsubscribed' }
  }
  return undefined
}

const contactChange = (fields: XmlFields): Change | undefined => {
  const changeType = fields.get('ChangeType')
  const userId = userIdIn(fields, 'UserID')
  switch (changeType) {
    case 'delete_user':
      return userId === undefined ? undefined : { kind: 'departed', userId, reason: 'deleted' }
    case 'update_user':
      return userId === undefined ? undefined : memberChange(fields, userId)
    case 'create_party':
    case 'delete_party':
      return { kind: 'departmentsChanged', departmentIds: [] }
    case 'update_party':
      return { kind: 'departmentsChanged', departmentIds: idsIn(fields, 'Id') }
    case 'update_tag':
      return {
        kind: 'tagChanged',
        userIds: [...userIdsIn(fields, 'AddUserItems'), ...userIdsIn(fields, 'DelUserItems')],
        departmentIds: [...idsIn(fields, 'AddPartyItems'), ...idsIn(fields, 'DelPartyItems')],
      }
    default:
      return undefined
  }
}

// 激活状态, where the event has it: 1 active, 2 disabled, 4 not activated, 5 left.
const reasons: Readonly<Record<string, RevocationReason>> = {
  2: 'disabled',
  4: 'notActivated',
  5: 'left',
}

const memberChange = (fields: XmlFields, userId: string): Change => {
  // Whoever holds a session under the old id signs in anew, under the other.
  if (fields.has('NewUserID')) return { kind: 'departed', userId, reason: 'renamed' }
  const status = fields.get('Status') ?? ''
  const reason = Object.hasOwn(reasons, status) ? reasons[status] : undefined
  if (reason) return { kind: 'departed', userId, reason }
  return { kind: status === '1' ? 'joined' : 'changed', userId }
}

const userIdIn = (fields: XmlFields, name: string): string | undefined =>
  userIdShape.exec(fields.get(name) ?? '')?.[0]

const listIn = (fields: XmlFields, name: string): string[] =>
  (fields.get(name) ?? '').split(',').map((item) => item.trim())
const userIdsIn = (fields: XmlFields, name: string): string[] =>
  listIn(fields, name).filter((item) => userIdShape.test(item))
const idsIn = (fields: XmlFields, name: string): number[] =>
  listIn(fields, name)
    .filter((item) => /^\d{1,10}$/.test(item))
    .map(Number)
