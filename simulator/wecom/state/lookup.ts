import type { App, Corp, Member } from '../company/company'

/** The member with this userid; case does not count, as in WeCom. */
export const findMember = (corp: Corp, userId: string): Member | undefined => {
  const wanted = userId.toLowerCase()
  return corp.members.find((member) => member.userId.toLowerCase() === wanted)
}

export const findApp = (corp: Corp, agentId: number): App | undefined =>
  corp.apps.find((app) => app.agentId === agentId)

export const findCorp = (corps: Corp[], corpId: string): Corp | undefined =>
  corps.find((corp) => corp.corpId === corpId)
