import type { Field } from '../../components/field-list/field'
import { departmentWords } from '../../services/department-words'
import type { Translate } from '../../services/i18n'
import type { KnownEmployee, ReadyState } from '../../services/identity'
import { whenWords } from '../../services/when'
import type { EmployeeDepartment, ExtAttr } from '../../../typings/api'
import { withheldFields } from './withheld-words'

export interface Group {
  key: string
  heading: string
  fields: Field[]
}

/**
 * Everything known of an employee, in groups for reading; a group without content is left out. `now`
 * is in epoch milliseconds.
 */
export function groups({ employee, asOf }: ReadyState, now: number, t: Translate): Group[] {
  return [
    group('person', t('me.group.person'), [
      row('name', t('field.name'), employee.name),
      row('alias', t('field.alias'), employee.alias),
      row('position', t('field.position'), employee.position),
      row('userId', t('field.userId'), employee.userId),
      row('corpName', t('field.corpName'), employee.corpName),
      row('confirmedAt', t('field.confirmedAt'), whenWords(asOf, now, t)),
    ]),
    group('departments', t('me.group.departments'), departmentFields(employee.departments, t)),
    group('work', t('me.group.work'), [
      row('directLeaders', t('field.directLeaders'), joined(employee.directLeaders, t)),
      row('roles', t('field.roles'), joined(employee.roles, t)),
    ]),
    group('contact', t('me.group.contact'), contactFields(employee, t)),
    group('more', t('me.group.more'), moreFields(employee, t)),
    group('withheld', t('me.group.withheld'), withheldFields(employee.withheld ?? {}, t)),
  ].filter(({ fields }) => fields.length > 0)
}

function departmentFields(departments: EmployeeDepartment[], t: Translate): Field[] {
  const mainFirst = departments
    .filter(({ main }) => main)
    .concat(departments.filter(({ main }) => !main))
  return mainFirst.map((department) => {
    const { id, above, last } = departmentWords(department, t)
    const tags = [
      ...(department.main ? [t('me.mainDepartment')] : []),
      ...(department.leader ? [t('badge.tag.leader')] : []),
    ]
    return { key: String(id), label: above, value: last, tags, wide: true }
  })
}

const CONTACTS = ['mobile', 'email', 'bizMail', 'telephone', 'address'] as const

function contactFields({ contact = {} }: KnownEmployee, t: Translate): (Field | null)[] {
  return CONTACTS.map((name) => row(name, t(`field.${name}`), contact[name]))
}

function moreFields({ more = {} }: KnownEmployee, t: Translate): (Field | null)[] {
  const { gender, extattr = [], externalPosition, externalProfile, openUserId } = more
  return [
    row('gender', t('field.gender'), gender && t(`gender.${gender}`)),
    row('externalPosition', t('field.externalPosition'), externalPosition),
    row('externalProfile', t('field.externalProfile'), externalProfile?.corpName),
    ...attributeFields('externalProfile', externalProfile?.attributes ?? []),
    ...attributeFields('extattr', extattr),
    row('openUserId', t('field.openUserId'), openUserId),
  ]
}

function attributeFields(key: string, attributes: ExtAttr[]): (Field | null)[] {
  return attributes.map((attribute, index) => {
    const value = attribute.kind === 'text' ? attribute.value : attribute.title
    return row(`${key}.${index}`, attribute.name, value)
  })
}

function group(key: string, heading: string, fields: (Field | null)[]): Group {
  return { key, heading, fields: fields.filter((field): field is Field => field !== null) }
}

function row(key: string, label: string, value: string | undefined): Field | null {
  return value ? { key, label, value, tags: [], wide: false } : null
}

function joined(texts: string[] | undefined, t: Translate): string | undefined {
  return texts?.join(t('list.separator'))
}
