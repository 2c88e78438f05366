import type { Attribute, Department, Member } from '../company/company'
import { cdata, element, elements } from './xml'

/** The elements of a change in the order of the samples, as XML; '' for what is not set. */
export type ContactFields = Record<string, string>

const text = (value: string | undefined): string => (value ? cdata(value) : '')
const list = (values: (string | number)[]): string => text(values.join(','))

/** Everything that the full profile tells of a member, without the userid. */
export const memberFields = (member: Member): ContactFields => ({
  Name: text(member.name),
  Department: list(member.departments),
  MainDepartment: String(member.mainDepartment),
  IsLeaderInDept: list(member.departments.map((id) => (member.leaderOf.includes(id) ? 1 : 0))),
  DirectLeader: list(member.directLeaders),
  Position: text(member.position),
  Mobile: member.mobile ?? '',
  Gender: member.gender === undefined ? '' : member.gender === 'male' ? '1' : '2',
  Email: text(member.email),
  BizMail: text(member.bizMail),
  Status: String(member.status),
  Avatar: text(member.avatar),
  Alias: text(member.alias),
  Telephone: text(member.telephone),
  Address: text(member.address),
  ExtAttr: member.extattr.map(attributeItem).join(''),
})

export const departmentFields = ({ name, parentId, order }: Department): ContactFields => ({
  Name: text(name),
  ParentId: list([parentId]),
  Order: String(order),
})

const attributeItem = ({ name, text: value, web }: Attribute): string =>
  element(
    'Item',
    elements(
      web
        ? {
            Name: cdata(name),
            Type: 1,
            Web: elements({ Title: cdata(web.title), Url: cdata(web.url) }),
          }
        : { Name: cdata(name), Type: 0, Text: element('Value', cdata(value ?? '')) },
    ),
  )

/** Those of `to` that are not what they were. */
export const changedFields = (from: ContactFields, to: ContactFields): ContactFields =>
  Object.fromEntries(Object.entries(to).filter(([name, content]) => from[name] !== content))

export const pickedFields = (fields: ContactFields, names: readonly string[]): ContactFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)))
