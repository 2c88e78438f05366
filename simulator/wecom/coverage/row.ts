/** One thing that WeCom does, and how far it is done here. */
export interface CoverageRow {
  /** For an endpoint `GET /cgi-bin/…`, otherwise a few words. */
  what: string
  is: 'yes' | 'partly' | 'no'
  /** What is there; with `partly` and `no`, what is missing. Markdown. */
  note: string
}

/** Rows about one kind of thing. */
export interface CoverageTheme {
  title: string
  rows: CoverageRow[]
}
