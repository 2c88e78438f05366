import { readFileSync } from 'node:fs'
import { events } from '../cloudfunctions/events/define'
import { identity } from '../cloudfunctions/identity/define'
import { patrol } from '../cloudfunctions/patrol/define'
import { ConfigError } from '../cloudfunctions/shared/runtime/config-error'
import { loadConfig, type Section } from '../cloudfunctions/shared/runtime/config'
import { web } from '../cloudfunctions/web/define'
import { workbench } from '../cloudfunctions/workbench/define'
import { functionRoutes } from './function-environments'
import { functionNames } from './functions'
import { inRoot } from './paths'

/** What somebody who puts a function into the cloud has to know about it. */
export interface Deployment {
  name: string
  /** Paths of the HTTP access service that lead to it. */
  routes: string[]
  triggers: { name: string; type: string; config: string }[]
  timeLimitSeconds: number
  /** It calls WeCom, so it has to leave by an address that the app trusts. */
  asksWecom: boolean
  required: string[]
  optional: string[]
}

/** The functions that are configured; the others are told nothing. */
const needs: Readonly<Record<string, readonly Section[]>> = {
  events: events.needs,
  identity: identity.needs,
  patrol: patrol.needs,
  web: web.needs,
  workbench: workbench(null).needs,
}

// The console’s 3 s would cut a sign-in off with its code spent; a round of the patrol takes up to 50 s.
const timeLimits: Readonly<Record<string, number>> = { patrol: 60 }
const usualTimeLimit = 20

export const deployments = (): Deployment[] => {
  const routes = Object.entries(functionRoutes())
  return functionNames().map((name) => ({
    name,
    routes: routes.filter(([, target]) => target === name).map(([route]) => route),
    triggers: triggersOf(name),
    timeLimitSeconds: timeLimits[name] ?? usualTimeLimit,
    asksWecom: needs[name]?.includes('wecom') ?? false,
    ...variablesOf(needs[name] ?? []),
  }))
}

const triggersOf = (name: string): Deployment['triggers'] => {
  const file = inRoot('cloudfunctions', name, 'config.json')
  const config = JSON.parse(readFileSync(file, 'utf8')) as Partial<Pick<Deployment, 'triggers'>>
  return config.triggers ?? []
}

/** Lets a function read a configuration in which there is nothing, and writes down what it looked for. */
const variablesOf = (sections: readonly Section[]): Pick<Deployment, 'required' | 'optional'> => {
  const asked = new Set<string>()
  const nothing = new Proxy<Record<string, undefined>>(
    {},
    {
      get: (_nothing, name) => {
        asked.add(String(name))
        return undefined
      },
    },
  )
  const missing = problemsOf(nothing, sections)
    .filter((problem) => problem.endsWith(' is missing'))
    .map((problem) => problem.split(' ')[0])
  const [required, optional] = [true, false].map((isMissing) =>
    [...asked].filter((name) => missing.includes(name) === isMissing).sort(),
  )
  return { required: required ?? [], optional: optional ?? [] }
}

const problemsOf = (
  environment: Record<string, undefined>,
  sections: readonly Section[],
): readonly string[] => {
  try {
    loadConfig(environment, sections)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}
