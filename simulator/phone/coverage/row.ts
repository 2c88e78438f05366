/** One thing of the WeChat client, and how far it is here. */
export interface CoverageRow {
  what: string
  /** Tags, or calls, that the row speaks for. */
  names?: readonly string[]
  is: 'true' | 'approximate' | 'absent'
  /** What is there; unless it is simply true, what is otherwise than on a phone. Markdown. */
  note: string
  /** Titles of the tests that show it. */
  shownBy?: readonly string[]
}

/** Rows about one kind of thing. */
export interface CoverageTheme {
  title: string
  rows: readonly CoverageRow[]
}
