/** Stands where a badge, a list of details or the tiles of the workbench are about to stand, in the same places. */
Component({
  properties: {
    shape: { type: String, value: 'badge' },
    /** What is awaited, for a screen reader. */
    label: { type: String, value: '' },
  },
  data: { rows: [1, 2, 3, 4, 5, 6], tiles: [1, 2, 3, 4, 5, 6, 7, 8] },
})
