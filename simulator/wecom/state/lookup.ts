import type { App, Corp, Member } from '../company/company'
import { indexOf } from './corp-index'

/** The member with this userid; case does not count, as in WeCom. */
export const findMember = (corp: Corp, userId: string): Member | undefined =>
  indexOf(corp).members.get(userId.toLowerCase())

export const findApp = (corp: Corp, agentId: number): App | undefined =>
  corp.apps.find((app) => app.agentId === agentId)

export const findCorp = (corps: Corp[], corpId: string): Corp | undefined =>
  corps.find((corp) => corp.corpId === corpId)
