import type { App, Corp, Member, MiniProgram } from './company/company'
import { findApp, findMember } from './state/lookup'

/** Whose phone, and which mini program is open on it. */
export interface OnPhone {
  userId: string
  /** Left out: the first corp that has such a person, our own before the others. */
  corpId?: string
  /** Of several mini programs, that of this app of our own corp; left out: the first. */
  agentId?: number
}

export interface PersonOnPhone {
  corp: Corp
  member: Member
  /** The app of our own corp that the mini program is linked to. */
  app: App & { miniProgram: MiniProgram }
}

/** There is no such person, or no mini program that they could open. */
export class NobodyThere extends Error {
  override readonly name = 'NobodyThere'
}

/** Finds the person and the app; throws a NobodyThere. */
export const personOnPhone = (
  corps: [Corp, ...Corp[]],
  { userId, corpId, agentId }: OnPhone,
): PersonOnPhone => ({
  ...findPerson(corps, userId, corpId),
  app: appWithMiniProgram(corps[0], agentId),
})

const findPerson = (corps: Corp[], userId: string, corpId: string | undefined) => {
  for (const corp of corps) {
    if (corpId !== undefined && corp.corpId !== corpId) continue
    const member = findMember(corp, userId)
    if (member) return { corp, member }
  }
  const where = corpId === undefined ? 'any corp (企业)' : `corp ${corpId}`
  throw new NobodyThere(`there is no member "${userId}" in ${where}`)
}

const appWithMiniProgram = (corp: Corp, agentId: number | undefined): PersonOnPhone['app'] => {
  const app =
    agentId === undefined
      ? corp.apps.find(({ miniProgram }) => miniProgram)
      : findApp(corp, agentId)
  if (!app?.miniProgram) {
    throw new NobodyThere(`no mini program (小程序) is linked to an app of ${corp.name}`)
  }
  return { ...app, miniProgram: app.miniProgram }
}
