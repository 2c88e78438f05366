/** Who confirmed this and when; the whole line asks for a new confirmation. Emits `refresh`. */
Component({
  properties: {
    /** `confirmed` is green; `confirming` and `waiting` are amber, the first of them in motion. */
    tone: { type: String, value: 'waiting' },
    words: { type: String, value: '' },
    /** A quiet word at the end of the line. */
    mark: { type: String, value: '' },
    /** What a tap does, for a screen reader. */
    actionLabel: { type: String, value: '' },
  },
  methods: {
    onTap() {
      this.triggerEvent('refresh')
    },
  },
})
