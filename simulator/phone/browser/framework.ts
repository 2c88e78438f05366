import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import { describeEventsAsWechat } from './app-event'
import { createBackend } from './backend'
import { defineBuiltins, type BuiltinSurroundings } from './builtins'
import { builtinDefiner } from './builtins/define'
import { completeComponents } from './component-calls'
import { withNamedBehaviors } from './named-behaviors'
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
  completeComponents(space)
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
