import type { Employee } from '../../../typings/api'

/** What an employee let this app have by their own consent, where WeCom tells it nothing. */
export interface Given {
  mobile?: string
  email?: string
  bizMail?: string
  address?: string
  gender?: 'male' | 'female'
  qrCode?: string
}

const inContact = ['mobile', 'email', 'bizMail', 'address'] as const
const inMore = ['gender', 'qrCode'] as const
const fields: readonly (keyof Given)[] = [...inContact, ...inMore]

const isInMore = (field: keyof Given): field is (typeof inMore)[number] =>
  (inMore as readonly string[]).includes(field)

/**
 * An employee with what they gave filled in. WeCom's own word stands where there is one, and what
 * PROFILE_FIELDS does not list stays out: only a field that is withheld `byWecom` is filled.
 *
 * @param before What was filled in earlier, and may be replaced.
 */
export const withGiven = (employee: Employee, given: Given = {}, before: Given = {}): Employee =>
  fields.reduce((filled, field) => {
    const now = isInMore(field) ? employee.more?.[field] : employee.contact?.[field]
    const isOpen =
      employee.withheld[field] === 'byWecom' || (now !== undefined && now === before[field])
    return given[field] !== undefined && isOpen ? fill(filled, field, given) : filled
  }, employee)

const fill = (employee: Employee, field: keyof Given, given: Given): Employee => {
  const { [field]: _reason, ...withheld } = employee.withheld
  const part = { [field]: given[field] }
  return isInMore(field)
    ? { ...employee, withheld, more: { ...employee.more, ...part } }
    : { ...employee, withheld, contact: { ...employee.contact, ...part } }
}
