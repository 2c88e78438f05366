import { callbacks } from './callbacks'
import { client } from './client'
import { endpoints } from './endpoints'
import { faults } from './faults'
import { pages } from './pages'
import type { CoverageTheme } from './row'
import { rules } from './rules'

/** How much of WeCom is here. A test holds the endpoints against the routes; README.md prints it. */
export const coverage: CoverageTheme[] = [endpoints, rules, pages, callbacks, client, faults]
