/** One detail: what it is called, what it is, and small tags to it. */
Component({
  properties: {
    label: { type: String, value: '' },
    value: { type: String, value: '' },
    tags: { type: Array, value: [] as string[] },
    /** The value takes the whole width below its label: for what is long, or says why nothing is there. */
    wide: { type: Boolean, value: false },
    /** The line above, which the first row of a list does not have. */
    ruled: { type: Boolean, value: false },
  },
})
