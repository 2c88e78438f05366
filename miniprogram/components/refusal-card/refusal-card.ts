/**
 * Why there is no badge, and what to do: one line each, one button, and one quiet line for the
 * administrator. Emits `act` and `copy`.
 */
Component({
  properties: {
    tone: { type: String, value: 'calm' },
    what: { type: String, value: '' },
    next: { type: String, value: '' },
    button: { type: String, value: '' },
    adminHint: { type: String, value: '' },
    adminLine: { type: String, value: '' },
    copyLabel: { type: String, value: '' },
  },
  methods: {
    onAct() {
      this.triggerEvent('act')
    },
    onCopy() {
      this.triggerEvent('copy')
    },
  },
})
