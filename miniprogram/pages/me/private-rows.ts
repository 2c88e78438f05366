import type { Field } from '../../components/field-list/field'
import type { Failure } from '../../services/answer'
import type { Translate } from '../../services/i18n'
import type { PrivateField } from '../../services/private-data'
import type { WithheldReason } from '../../../typings/api'
import { field } from '../field'

/** How far the asking for one field is. */
export type PrivateRow =
  | { state: 'offered' }
  | { state: 'asking' }
  | { state: 'given'; value: string }
  | { state: 'failed'; failure: Failure }

/** A field that this client cannot be asked for is absent. */
export type PrivateRows = Partial<Record<PrivateField, PrivateRow>>

/**
 * The row of a field that WeCom gives only when the employee agrees; none where it cannot be asked for.
 *
 * @param reason Why the server does not show it by itself: what the company does not show is not kept.
 */
export function privateRow(
  name: PrivateField,
  row: PrivateRow | undefined,
  reason: WithheldReason | undefined,
  t: Translate,
): Field | null {
  if (!row) return null
  const label = t(`field.${name}`)
  switch (row.state) {
    case 'offered':
      return field({ key: name, label, value: '', action: t('me.show') })
    case 'asking':
      return field({ key: name, label, value: t('me.asking') })
    case 'given':
      return field({
        key: name,
        label,
        value: row.value,
        note: t(reason === 'byConfiguration' ? 'me.onlyHere' : 'me.keptByCompany'),
      })
    case 'failed': {
      const { code } = row.failure
      const note =
        code === 'NOT_GIVEN'
          ? t('me.declined')
          : [t(`error.${code}.what`), t(`error.${code}.next`)].join(t('sentence.separator'))
      return field({ key: name, label, value: '', action: t('me.show'), note })
    }
  }
}
