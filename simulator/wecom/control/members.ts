import type { Corp, Member } from '../company/company'
import type { AppPlace } from '../edits/apps'
import type { Edits } from '../edits/edits'
import { corpOf, memberOf } from '../edits/find'
import type { NewMember } from '../edits/members'
import { indexOf } from '../state/corp-index'
import { viewOf } from '../state/visibility'
import type { World } from '../state/world'
import { listMembers, type MemberListing } from './company'
import { ControlError, corpIdOf, countOf, fieldsOf, jsonOf, type ControlCall } from './endpoint'
import { json, type Route } from './route'

/** The members (成员) of a corp: found, shown, made, edited, hidden, deleted. */
export const memberRoutes = (world: Pick<World, 'corps'>, edits: Edits): Route[] => {
  const show = showMember(world)
  return [
    json('GET', '/_sim/members', findMembers(world)),
    json('POST', '/_sim/members', (call) => ({
      // What the fields must be is for the edit to say.
      member: edits.addMember(fieldsOf(jsonOf(call)) as unknown as NewMember, corpIdOf(call)),
    })),
    json('GET', '/_sim/members/:userId', show),
    json('PATCH', '/_sim/members/:userId', (call) => {
      edits.editMember(userIdOf(call), fieldsOf(jsonOf(call)), corpIdOf(call))
      return show(call)
    }),
    json('DELETE', '/_sim/members/:userId', (call) => {
      edits.removeMember(userIdOf(call), corpIdOf(call))
      return { deleted: userIdOf(call) }
    }),
    json('POST', '/_sim/members/:userId/hide', (call) => {
      edits.hideMember(userIdOf(call), placeOf(call))
      return show(call)
    }),
    json('POST', '/_sim/members/:userId/show', (call) => {
      edits.showMember(userIdOf(call), placeOf(call))
      return show(call)
    }),
  ]
}

const userIdOf = ({ params }: ControlCall): string => params['userId'] ?? ''

/** {agentId?} in the body: whose visible range; without it, that of the corp's first app. */
const placeOf = (call: ControlCall): AppPlace => {
  const { agentId } = fieldsOf(jsonOf(call))
  const corpId = corpIdOf(call)
  if (agentId !== undefined && typeof agentId !== 'number') {
    throw new ControlError(400, 'agentId must be a number')
  }
  return { ...(corpId !== undefined && { corpId }), ...(agentId !== undefined && { agentId }) }
}

/** {member, visibleTo: agent ids of the apps that see them}. */
const showMember =
  ({ corps }: Pick<World, 'corps'>) =>
  (call: ControlCall) => {
    const corp = corpOf(corps, corpIdOf(call))
    const member = memberOf(corp, userIdOf(call))
    const seeing = corp.apps.filter((app) => viewOf(corp, app.visibleRange).includesMember(member))
    return { member, visibleTo: seeing.map(({ agentId }) => agentId) }
  }

/**
 * ?q=words &departmentId= &limit= &offset= → {total, members}. Every word must be in the
 * name, the alias, the userid, the position or the name of a department.
 */
const findMembers =
  ({ corps }: Pick<World, 'corps'>) =>
  (call: ControlCall): { total: number; members: MemberListing[] } => {
    const corp = corpOf(corps, corpIdOf(call))
    const words = (call.query.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const among = membersAmong(corp, call)
    const found = words.length === 0 ? among : among.filter(saysAll(corp, words))
    const offset = countOf(call, 'offset', { preset: 0, most: Infinity })
    const limit = countOf(call, 'limit', { preset: 50, most: 500 })
    return {
      total: found.length,
      members: listMembers(corp, found.slice(offset, offset + limit)),
    }
  }

const membersAmong = (corp: Corp, call: ControlCall): readonly Member[] => {
  if (!call.query.has('departmentId')) return corp.members
  const departmentId = countOf(call, 'departmentId', { preset: 1, most: Infinity })
  return indexOf(corp).membersOf.get(departmentId) ?? []
}

const saysAll = (corp: Corp, words: string[]) => {
  const names = new Map(corp.departments.map(({ id, name }) => [id, name]))
  return ({ name, alias = '', userId, position = '', departments }: Member): boolean => {
    const among = departments.map((id) => names.get(id) ?? '')
    const text = [name, alias, userId, position, ...among].join('\n').toLowerCase()
    return words.every((word) => text.includes(word))
  }
}
