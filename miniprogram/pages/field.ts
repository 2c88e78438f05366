import type { Field } from '../components/field-list/field'

/** A detail with only what is special about it. */
export function field(special: Pick<Field, 'key' | 'label' | 'value'> & Partial<Field>): Field {
  return { tags: [], wide: false, note: '', action: '', opens: false, ...special }
}
