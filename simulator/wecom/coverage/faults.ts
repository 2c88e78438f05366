import type { CoverageTheme } from './row'

/** What goes wrong on purpose: `POST /_sim/faults`. */
export const faults: CoverageTheme = {
  title: '故障 · faults',
  rows: [
    { what: 'errcode', is: 'yes', note: 'any number for the next calls of a path, or of all' },
    { what: 'wait', is: 'yes', note: 'a delay with jitter, combined with another fault' },
    { what: 'cut', is: 'yes', note: 'before or after the call was processed' },
    { what: 'html', is: 'yes', note: 'a page of some gateway, with status 200' },
    { what: 'status', is: 'yes', note: "a gateway's page with an HTTP status of 400 to 599" },
    { what: 'body', is: 'yes', note: 'any body, of any type' },
    { what: 'half', is: 'yes', note: 'half of the answer, and then the connection is cut' },
    { what: 'stall', is: 'yes', note: 'silence, before or after the headers' },
    { what: 'drip', is: 'yes', note: 'a few bytes at a time' },
    { what: 'types', is: 'yes', note: 'numbers as strings, values as null, the whole as a list' },
  ],
}
