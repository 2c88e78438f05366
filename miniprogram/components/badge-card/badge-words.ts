/** What stands on a badge, in words; an empty text is not shown. */
export interface BadgeWords {
  label: string
  /** For screen readers: what a tap does, and what is on the back. */
  turnLabel: string
  turnBackLabel: string
  codeLabel: string
  /** What the code is not. */
  noProof: string
  corpName: string
  name: string
  alias: string
  position: string
  avatar: string
  /** Each department: the steps above it, each with its separator, and the last step. */
  departments: { id: number; above: string; last: string }[]
  tags: string[]
}
