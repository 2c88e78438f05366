import type { Config, Section } from './config'
import { createConfigSource } from './config-source'
import { thisMachine, type Machine } from './machine'
import { secretsOf } from './secrets'
import { createMain, type FunctionDefinition, type Main, type Surroundings } from './serve'
import { createStores, type OpenStore } from './stores'

/** What a configured function is built from. */
export interface Runtime<S extends Section> extends Surroundings {
  config: Config<S>
  /** The same store for the same settings, however often it is opened. */
  openStore: OpenStore
}

/** A function, and the sections of the configuration that it is built from. */
export interface ConfiguredFunction<S extends Section> {
  needs: readonly S[]
  define(runtime: Runtime<S>): FunctionDefinition
}

/** Names what a function needs to be told, and builds it from exactly that. */
export const configured = <S extends Section>(
  needs: readonly S[],
  define: (runtime: Runtime<S>) => FunctionDefinition,
): ConfiguredFunction<S> => ({ needs, define })

/**
 * Makes the `main` of a function that needs the configuration. It is built at the first call and kept,
 * caches and all, until the configuration changes.
 */
export const serveFunction = <S extends Section>(
  name: string,
  { needs, define }: ConfiguredFunction<S>,
  machine: Machine = thisMachine,
): Main => {
  const openStore = createStores(machine.clock)
  const source = createConfigSource(needs, { ...machine, openStore })
  let built: { config: Config<S>; definition: FunctionDefinition } | undefined

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
