import type { App, Corp, Member, Visitor } from '../company/company'
import { findCorp, findMember } from './lookup'
import { viewOf } from './visibility'

/** Somebody who can open a web page: a member of some corp, or a visitor who is in none. */
export interface Person {
  corp: Corp
  /** The userid, or the visitor's id. */
  id: string
  name: string
  /** undefined: a visitor. */
  member: Member | undefined
  visitor: Visitor | undefined
}

/** How a person is kept while the company may change: whoever has gone is not found again. */
export interface PersonKey {
  corpId: string
  id: string
}

export const findPerson = (corps: Corp[], { corpId, id }: PersonKey): Person | undefined => {
  const corp = findCorp(corps, corpId)
  return corp && inCorp(corp, id)
}

/** `zhangsan`, of the first corp that has one, our own before the others; or `corpId/zhangsan`. */
export const findPersonNamed = (corps: Corp[], name: string): Person | undefined => {
  const slash = name.indexOf('/')
  if (slash >= 0) {
    return findPerson(corps, { corpId: name.slice(0, slash), id: name.slice(slash + 1) })
  }
  for (const corp of corps) {
    const person = inCorp(corp, name)
    if (person) return person
  }
  return undefined
}

export const keyOf = ({ corp: { corpId }, id }: Person): PersonKey => ({ corpId, id })

/** What `findPersonNamed` takes, and finds nobody else by. */
export const fullNameOf = ({ corp: { corpId }, id }: Person): string => `${corpId}/${id}`

/** Whether they are a member of the app's corp inside its visible range (可见范围). */
export const appSees = (corp: Corp, { visibleRange }: App, person: Person): boolean =>
  person.corp === corp &&
  person.member !== undefined &&
  viewOf(corp, visibleRange).includesMember(person.member)

/** Everybody, our own corp first, its visitors after its members. */
export const everybody = (corps: Corp[]): Person[] =>
  corps.flatMap((corp) => [
    ...corp.members.map((member) => memberOf(corp, member)),
    ...corp.visitors.map((visitor) => visitorOf(corp, visitor)),
  ])

const inCorp = (corp: Corp, id: string): Person | undefined => {
  const member = findMember(corp, id)
  if (member) return memberOf(corp, member)
  const visitor = corp.visitors.find((one) => one.id.toLowerCase() === id.toLowerCase())
  return visitor && visitorOf(corp, visitor)
}

const memberOf = (corp: Corp, member: Member): Person => ({
  corp,
  id: member.userId,
  name: member.name,
  member,
  visitor: undefined,
})

const visitorOf = (corp: Corp, visitor: Visitor): Person => ({
  corp,
  id: visitor.id,
  name: visitor.name,
  member: undefined,
  visitor,
})
