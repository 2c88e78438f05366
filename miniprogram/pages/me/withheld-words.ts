import type { Field } from '../../components/field-list/field'
import type { Translate } from '../../services/i18n'
import type { Employee, ProfileField, WithheldReason } from '../../../typings/api'

/** What the employee can do something about comes first. */
const REASONS: WithheldReason[] = ['empty', 'byWecom', 'outOfRange', 'byConfiguration']

/** Every field that is not there, beneath the reason for it: a dozen fields often share one. */
export function withheldFields(withheld: Employee['withheld'], t: Translate): Field[] {
  const names = Object.keys(withheld) as ProfileField[]
  return REASONS.map((reason) => ({
    key: reason,
    label: t(`withheld.${reason}`),
    value: names
      .filter((name) => withheld[name] === reason)
      .map((name) => t(`field.${name}`))
      .join(t('list.separator')),
    tags: [],
    wide: true,
  })).filter(({ value }) => value !== '')
}
