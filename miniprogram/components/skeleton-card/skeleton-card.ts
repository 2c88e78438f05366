/** Stands where a badge, or a list of details, is about to stand, in the same places. */
Component({
  properties: {
    shape: { type: String, value: 'badge' },
    /** What is awaited, for a screen reader. */
    label: { type: String, value: '' },
  },
})
