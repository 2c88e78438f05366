/** What stands on a badge, in words; an empty text is not shown. */
export interface BadgeWords {
  label: string
  corpName: string
  name: string
  alias: string
  position: string
  avatar: string
  /** Each department: the steps above it, each with its separator, and the last step. */
  departments: { id: number; above: string; last: string }[]
  tags: string[]
}
