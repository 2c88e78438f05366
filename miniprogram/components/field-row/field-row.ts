/** One detail: what it is called, what it is, and small tags to it. Emits `act` where it has an action. */
Component({
  properties: {
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    tags: { type: Array, value: [] as string[] },
    /** The value takes the whole width below its label: for what is long, or says why nothing is there. */
    wide: { type: Boolean, value: false },
    /** A quiet line beneath. */
    note: { type: String, value: '' },
    /** What a tap does, in a word that is shown unless the row opens something. */
    action: { type: String, value: '' },
    opens: { type: Boolean, value: false },
    /** The line above, which the first row of a list does not have. */
    ruled: { type: Boolean, value: false },
  },
  methods: {
    onTap() {
      if (this.data.action) this.triggerEvent('act')
    },
  },
})
