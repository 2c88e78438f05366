import type { App, Corp, Department, Member, Tag } from '../company/company'
import { findApp, findCorp, findMember } from '../state/lookup'
import type { World } from '../state/world'
import { EditRefused } from './refused'

const found = <T>(value: T | undefined, missing: string): T => {
  if (value === undefined) throw new EditRefused('unknown', missing)
  return value
}

/** Our own corp unless another is named. Throws, as all of these do, for what is not there. */
export const corpOf = (corps: World['corps'], corpId: string | undefined): Corp =>
  corpId === undefined ? corps[0] : found(findCorp(corps, corpId), `there is no corp ${corpId}`)

/** The first app unless another is named. */
export const appOf = (corp: Corp, agentId: number | undefined): App =>
  found(
    agentId === undefined ? corp.apps[0] : findApp(corp, agentId),
    `${corp.name} has no app ${agentId ?? ''}`,
  )

export const memberOf = (corp: Corp, userId: string): Member =>
  found(findMember(corp, userId), `${corp.name} has no member ${userId}`)

export const departmentOf = (corp: Corp, id: number): Department =>
  found(
    corp.departments.find((department) => department.id === id),
    `${corp.name} has no department ${id}`,
  )

export const tagOf = (corp: Corp, id: number): Tag =>
  found(
    corp.tags.find((tag) => tag.id === id),
    `${corp.name} has no tag ${id}`,
  )
