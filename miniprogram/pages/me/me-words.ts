import type { Field } from '../../components/field-list/field'
import { departmentWords } from '../../services/department-words'
import type { Translate } from '../../services/i18n'
import type { KnownEmployee, ReadyState } from '../../services/identity'
import { roleWords } from '../../services/role-words'
import { whenWords } from '../../services/when'
import type { EmployeeDepartment, ExtAttr } from '../../../typings/api'
import { field } from '../field'
import { privateRow } from './private-rows'
import type { PrivateRows } from './private-rows'
import { withheldFields } from './withheld-words'

export interface Group {
  key: string
  heading: string
  fields: Field[]
}

/**
 * Everything known of an employee, in groups for reading; a group without content is left out.
 *
 * @param now Epoch milliseconds.
 * @param rows What WeCom gives only when the employee agrees.
 */
export function groups(
  { employee, asOf }: ReadyState,
  now: number,
  rows: PrivateRows,
  t: Translate,
): Group[] {
  const { contact = {}, withheld = {}, avatar } = employee
  const known = { mobile: contact.mobile, email: contact.email, avatar }
  const asked = { ...withheld }
  const row = (name: keyof PrivateRows): Field | null => {
    const made = known[name] ? null : privateRow(name, rows[name], withheld[name], t)
    // It is there, or has a row of its own, which says what to do.
    if (made || known[name]) delete asked[name]
    return made
  }
  const rowsOfContact = [row('mobile'), row('email')]
  return [
    group('person', t('me.group.person'), [
      text('name', t('field.name'), employee.name),
      text('alias', t('field.alias'), employee.alias),
      text('position', t('field.position'), employee.position),
      text('userId', t('field.userId'), employee.userId),
      text('corpName', t('field.corpName'), employee.corpName),
      text('confirmedAt', t('field.confirmedAt'), whenWords(asOf, now, t)),
      row('avatar'),
    ]),
    group('departments', t('me.group.departments'), departmentFields(employee.departments, t)),
    group('work', t('me.group.work'), [
      text('directLeaders', t('field.directLeaders'), joined(employee.directLeaders, t)),
      text('roles', t('field.roles'), joined(roleWords(employee), t)),
    ]),
    group('contact', t('me.group.contact'), [...contactFields(employee, t), ...rowsOfContact]),
    group('more', t('me.group.more'), moreFields(employee, t)),
    group('withheld', t('me.group.withheld'), withheldFields(asked, t)),
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
    return field({ key: String(id), label: above, value: last, tags, wide: true })
  })
}

const CONTACTS = ['mobile', 'email', 'bizMail', 'telephone', 'address'] as const

function contactFields({ contact = {} }: KnownEmployee, t: Translate): (Field | null)[] {
  return CONTACTS.map((name) => text(name, t(`field.${name}`), contact[name]))
}

function moreFields({ more = {} }: KnownEmployee, t: Translate): (Field | null)[] {
  const { gender, extattr = [], externalPosition, externalProfile, openUserId } = more
  return [
    text('gender', t('field.gender'), gender && t(`gender.${gender}`)),
    text('externalPosition', t('field.externalPosition'), externalPosition),
    text('externalProfile', t('field.externalProfile'), externalProfile?.corpName),
    ...attributeFields('externalProfile', externalProfile?.attributes ?? []),
    ...attributeFields('extattr', extattr),
    text('openUserId', t('field.openUserId'), openUserId),
  ]
}

function attributeFields(key: string, attributes: ExtAttr[]): (Field | null)[] {
  return attributes.map((attribute, index) => {
    const value = attribute.kind === 'text' ? attribute.value : attribute.title
    return text(`${key}.${index}`, attribute.name, value)
  })
}

function group(key: string, heading: string, fields: (Field | null)[]): Group {
  return { key, heading, fields: fields.filter((row): row is Field => row !== null) }
}

function text(key: string, label: string, value: string | undefined): Field | null {
  return value ? field({ key, label, value }) : null
}

function joined(texts: string[] | undefined, t: Translate): string | undefined {
  return texts?.join(t('list.separator'))
}
