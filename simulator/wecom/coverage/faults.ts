import type { CoverageTheme } from './row'

/** What goes wrong on purpose: `POST /_sim/faults`. */
export const faults: CoverageTheme = {
  title: '故障 · faults',
  rows: [
    { what: 'errcode', is: 'yes', note: 'any number for the next calls of a path, or of all' },
    { what: 'wait', is: 'yes', note: 'a delay, combined with another fault' },
    { what: 'cut', is: 'yes', note: 'before or after the call was processed' },
    { what: 'html', is: 'yes', note: 'a page of some gateway, with status 200' },
    { what: 'body', is: 'yes', note: 'any body, of any type' },
  ],
}
