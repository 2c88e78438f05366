import type { Field } from '../../components/field-list/field'
import type { Translate } from '../../services/i18n'
import type { Employee, ProfileField, WithheldReason } from '../../../typings/api'
import { field } from '../field'

/** What the employee can do something about comes first. */
const REASONS: WithheldReason[] = ['empty', 'byWecom', 'outOfRange', 'byConfiguration']

/** Every field that is not there, with the reason and what to do: a dozen fields often share one. */
export function withheldFields(withheld: Employee['withheld'], t: Translate): Field[] {
  const names = Object.keys(withheld) as ProfileField[]
  return REASONS.map((reason) =>
    field({
      key: reason,
      label: t(`withheld.${reason}`),
      value: names
        .filter((name) => withheld[name] === reason)
        .map((name) => t(`field.${name}`))
        .join(t('list.separator')),
      wide: true,
      note: t(`withheld.${reason}.next`),
    }),
  ).filter(({ value }) => value !== '')
}
