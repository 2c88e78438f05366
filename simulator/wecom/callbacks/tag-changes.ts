import type { Tag } from '../company/company'
import { contactChangeEvent, type CallbackEvent } from './event'
import { cdata } from './xml'

/** update_tag for each tag (标签) that people or departments came to or went from; its name is not told. */
export const tagChanges = (before: Tag[], after: Tag[]): CallbackEvent[] => {
  const stood = new Map(before.map((tag) => [tag.id, tag]))
  const stands = new Map(after.map((tag) => [tag.id, tag]))
  return [...new Set([...stood.keys(), ...stands.keys()])].flatMap((id) => {
    const { members: formerly = [], departments: formerDepartments = [] } = stood.get(id) ?? {}
    const { members = [], departments = [] } = stands.get(id) ?? {}
    const fields = {
      AddUserItems: cdata(without(members, formerly).join(',')),
      DelUserItems: cdata(without(formerly, members).join(',')),
      AddPartyItems: cdata(without(departments, formerDepartments).join(',')),
      DelPartyItems: cdata(without(formerDepartments, departments).join(',')),
    }
    if (Object.values(fields).every((items) => items === cdata(''))) return []
    return [contactChangeEvent('update_tag', String(id), { TagId: id, ...fields })]
  })
}

const without = <T>(from: T[], others: T[]): T[] => {
  const known = new Set(others)
  return from.filter((one) => !known.has(one))
}
