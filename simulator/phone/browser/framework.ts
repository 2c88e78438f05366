import { glassEasel, MiniProgramEnv, type ComponentEnv } from 'glass-easel-miniprogram-adapter'
import { describeEventsAsWechat } from './app-event'
import { createBackend } from './backend'
import { defineBuiltins, type BuiltinSurroundings } from './builtins'
import { builtinDefiner } from './builtins/define'
import type { Program, Templates } from './program'

export type Framework = ReturnType<typeof createFramework>

/** Template that the compiler makes for the built-in components. */
const SLOT_TEMPLATE = '__slot'

/** WeChat's component framework, loaded with one mini program. */
export function createFramework(
  program: Program,
  templates: Templates,
  surroundings: BuiltinSurroundings,
  defineForApp: (names: Record<string, unknown>) => void,
) {
  // The CSS of a page may address an element by its id.
  glassEasel.globalOptions.writeIdToDOM = true
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('', true)
  const pages = new Set(program.pages)
  keepPageIds(space, pages)
  describeEventsAsWechat()
  const template = (path: string) => ({ groupList: templates, content: templates[path] })
  defineBuiltins(builtinDefiner(space, template(SLOT_TEMPLATE)), surroundings)

  const backend = createBackend()
  const associated = env.associateBackend(backend.context)
  for (const [path, css] of Object.entries(program.styles))
    associated.registerStyleSheetContent(path, css)
  space.addStyleSheet('app', 'app')
  for (const { path, json, styleScope } of program.units) {
    space.addComponentStaticConfig(
      path,
      json as Parameters<typeof space.addComponentStaticConfig>[1],
    )
    space.addCompiledTemplate(
      path,
      template(path) as unknown as Parameters<typeof space.addCompiledTemplate>[1],
    )
    if (program.styles[path] !== '')
      space.addStyleSheet(path, path, styleScope === '' ? undefined : styleScope)
  }
  glassEasel.addGlobalErrorListener((error) => {
    reportError(error)
    return false
  })

  return {
    space,
    backend,
    associated,
    /** Runs a unit's script with Page, Component and Behavior at hand. */
    runUnit: (path: string, run: () => unknown) =>
      space.componentEnv(path, (environment) => {
        defineForApp(withNamedBehaviors(environment))
        run()
      }),
  }
}

interface ComponentPreparation {
  prepareComponentOptions(path: string, options: unknown): [{ idPrefixGenerator?: () => string }]
}

/** The adapter makes ids unique by a prefix; those of a page are unique by themselves. */
function keepPageIds(space: unknown, pages: ReadonlySet<string>): void {
  const preparation = space as ComponentPreparation
  const prepare = preparation.prepareComponentOptions.bind(space)
  preparation.prepareComponentOptions = (path, options) => {
    const prepared = prepare(path, options)
    if (pages.has(path)) prepared[0].idPrefixGenerator = () => ''
    return prepared
  }
}

type Definition = Record<string, unknown> & { behaviors?: unknown[] }

/** Behaviors that WeChat knows by name; the adapter takes only objects. */
const NAMED_BEHAVIORS: Record<string, Definition> = {
  'wx://form-field': { properties: { name: String, value: null } },
  'wx://form-field-group': {},
  'wx://form-field-button': {},
  'wx://component-export': {},
}

function withNamedBehaviors({ Page, Component, Behavior }: ComponentEnv) {
  const named = (behavior: unknown) => {
    if (typeof behavior !== 'string') return behavior
    if (!Object.hasOwn(NAMED_BEHAVIORS, behavior))
      console.warn(`[phone] behavior "${behavior}" is not simulated`)
    return Behavior((NAMED_BEHAVIORS[behavior] ?? {}) as Parameters<typeof Behavior>[0])
  }
  const resolved = (definition: Definition) =>
    definition.behaviors === undefined
      ? definition
      : { ...definition, behaviors: definition.behaviors.map(named) }
  const wrap = (constructor: unknown) => (definition: Definition) =>
    (constructor as (definition: Definition) => unknown)(resolved(definition))
  return { Page: wrap(Page), Component: wrap(Component), Behavior: wrap(Behavior) }
}
