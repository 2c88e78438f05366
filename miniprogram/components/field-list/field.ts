/** One detail, as a field row takes it. */
export interface Field {
  /** Unique within its list. */
  key: string
  label: string
  value: string
  tags: string[]
  wide: boolean
}
