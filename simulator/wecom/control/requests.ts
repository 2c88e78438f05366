import type { Journal } from '../journal/journal'
import { countOf } from './endpoint'
import { json, type Route } from './route'

/** GET /_sim/requests?after=id → the latest calls, oldest first; DELETE forgets them. */
export const requestRoutes = (journal: Journal): Route[] => [
  json('GET', '/_sim/requests', (call) => {
    const after = countOf(call, 'after', { preset: 0, most: Infinity })
    return { requests: journal.entries().filter(({ id }) => id > after) }
  }),
  json('DELETE', '/_sim/requests', () => {
    journal.clear()
    return { requests: [] }
  }),
]
