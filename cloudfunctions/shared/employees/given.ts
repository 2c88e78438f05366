import type { Employee } from '../../../typings/api'

/** What an employee let this app have by their own consent, where WeCom tells it nothing. */
export interface Given {
  mobile?: string
  email?: string
  gender?: 'male' | 'female'
}

const fields: readonly (keyof Given)[] = ['mobile', 'email', 'gender']

/**
 * An employee with what they gave filled in. WeCom's own word stands where there is one, and what
 * PROFILE_FIELDS does not list stays out: only a field that is withheld `byWecom` is filled.
 *
 * @param before What was filled in earlier, and may be replaced.
 */
export const withGiven = (employee: Employee, given: Given = {}, before: Given = {}): Employee =>
  fields.reduce((filled, field) => {
    const now = field === 'gender' ? employee.more?.gender : employee.contact?.[field]
    const isOpen =
      employee.withheld[field] === 'byWecom' || (now !== undefined && now === before[field])
    return given[field] !== undefined && isOpen ? fill(filled, field, given) : filled
  }, employee)

const fill = (employee: Employee, field: keyof Given, given: Given): Employee => {
  const { [field]: _reason, ...withheld } = employee.withheld
  const part = { [field]: given[field] }
  return field === 'gender'
    ? { ...employee, withheld, more: { ...employee.more, ...part } }
    : { ...employee, withheld, contact: { ...employee.contact, ...part } }
}
