import { readBackends, type Backends } from '../../session/backends'
import type { Settings } from '../settings'

/** The other back-ends of the company that learn from us who their callers are. */
export const readBackendsSection = (settings: Settings): Backends =>
  settings.parsed('BACKENDS', readBackends, '{}')
