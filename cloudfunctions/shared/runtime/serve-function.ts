import { secretsOf, type Config } from './config'
import { createConfigSource } from './config-source'
import { thisMachine, type Machine } from './machine'
import { createMain, type FunctionDefinition, type Main, type Surroundings } from './serve'

/** What a configured function is built from. */
export interface Runtime extends Surroundings {
  config: Config
}

/**
 * Makes the `main` of a function that needs the configuration. It is built at the first call and kept,
 * caches and all, until the configuration changes.
 */
export const serveFunction = (
  name: string,
  define: (runtime: Runtime) => FunctionDefinition,
  machine: Machine = thisMachine,
): Main => {
  const source = createConfigSource(machine)
  let built: { config: Config; definition: FunctionDefinition } | undefined

  return createMain(
    name,
    async (surroundings) => {
      const { config, environment } = await source.current()
      if (built?.config === config) return built.definition
      surroundings.hide(secretsOf(environment))
      built = { config, definition: define({ ...surroundings, config }) }
      return built.definition
    },
    machine,
  )
}
