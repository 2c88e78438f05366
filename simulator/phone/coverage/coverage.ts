import { calls } from './calls'
import { components } from './components'
import { framework } from './framework'
import { limits } from './limits'
import type { CoverageTheme } from './row'
import { wecomCalls } from './wecom-calls'

/** How much of the client is here. Tests hold it against the code; README.md prints it. */
export const coverage: readonly CoverageTheme[] = [framework, components, calls, wecomCalls, limits]
