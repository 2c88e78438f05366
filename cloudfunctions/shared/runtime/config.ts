import { ConfigError } from './config-error'
import { readApp } from './sections/app'
import { readAudit } from './sections/audit'
import { readBackendsSection } from './sections/backends'
import { readCallbacks } from './sections/callbacks'
import { readMiniprogram } from './sections/miniprogram'
import { readPatrol } from './sections/patrol'
import { readProfile } from './sections/profile'
import { readSigning, readVerifying } from './sections/sessions'
import { readSeal, readStore } from './sections/store'
import { readWeb } from './sections/web'
import { readWecom } from './sections/wecom'
import { readWorkbench } from './sections/workbench'
import { createSettings, type Environment, type Settings } from './settings'

/**
 * What the functions can be told from outside, in the portions in which they need it: no function is
 * asked for a secret that it has no use for. `.env.example` says where each value is found.
 */
const sections = {
  app: readApp,
  miniprogram: readMiniprogram,
  store: readStore,
  seal: readSeal,
  wecom: readWecom,
  signing: readSigning,
  verifying: readVerifying,
  profile: readProfile,
  audit: readAudit,
  backends: readBackendsSection,
  callbacks: readCallbacks,
  patrol: readPatrol,
  workbench: readWorkbench,
  web: readWeb,
} satisfies Record<string, (settings: Settings) => unknown>

export type Section = keyof typeof sections

/** The sections that a function named as its needs. */
export type Config<S extends Section = Section> = {
  [K in S]: ReturnType<(typeof sections)[K]>
}

/** @throws ConfigError with every problem of these sections, not only the first */
export const loadConfig = <S extends Section>(
  environment: Environment,
  needs: readonly S[],
): Config<S> => {
  const settings = createSettings(environment)
  const config = Object.fromEntries(needs.map((name) => [name, sections[name](settings)]))
  // Two sections may read the same variable.
  const problems = [...new Set(settings.problems)]
  if (problems.length > 0) throw new ConfigError(problems)
  return config as Config<S>
}
