/** One detail, as a field row takes it. */
export interface Field {
  /** Unique within its list. */
  key: string
  label: string
  value: string
  tags: string[]
  /** The value takes the whole width below its label. */
  wide: boolean
  /** A quiet line beneath. */
  note: string
  /** What a tap on the row does, in a word; without it the row cannot be tapped. */
  action: string
  /** The tap leads somewhere else. */
  opens: boolean
}
