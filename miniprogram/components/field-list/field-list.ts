import type { Field } from './field'

/** A titled card of details. Emits `act` with the key of the row that was tapped. */
Component({
  properties: {
    heading: { type: String, value: '' },
    fields: { type: Array, value: [] as Field[] },
  },
  methods: {
    onAct({ currentTarget }: WechatMiniprogram.BaseEvent) {
      this.triggerEvent('act', { key: currentTarget.dataset.key })
    },
  },
})
