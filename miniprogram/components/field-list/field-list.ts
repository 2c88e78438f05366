import type { Field } from './field'

/** A titled card of details. */
Component({
  properties: {
    heading: { type: String, value: '' },
    fields: { type: Array, value: [] as Field[] },
  },
})
