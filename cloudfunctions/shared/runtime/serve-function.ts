import { secretsOf, type Config } from './config'
import { createConfigSource } from './config-source'
import { createStores, type OpenStore } from './stores'
import { thisMachine, type Machine } from './machine'
import { createMain, type FunctionDefinition, type Main, type Surroundings } from './serve'

/** What a configured function is built from. */
export interface Runtime extends Surroundings {
  config: Config
  /** The same store for the same settings, however often it is opened. */
  openStore: OpenStore
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
  const openStore = createStores(machine.clock)
  const source = createConfigSource({ ...machine, openStore })
  let built: { config: Config; definition: FunctionDefinition } | undefined

  return createMain(
    name,
    async (surroundings) => {
      const { config, environment } = await source.current()
      if (built?.config === config) return built.definition
      surroundings.hide(secretsOf(environment))
      built = { config, definition: define({ ...surroundings, config, openStore }) }
      return built.definition
    },
    machine,
  )
}
