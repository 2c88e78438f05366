import type { CoverageTheme } from './row'

/** What a person sees in a browser, or in the client. */
export const pages: CoverageTheme = {
  title: '页面 · pages',
  rows: [],
}
