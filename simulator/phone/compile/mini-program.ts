import { readAppConfig, type AppConfig } from './app-config'
import { findUnits, scriptOf, type Unit } from './components'
import type { Problem } from './problems'
import { bundleScripts } from './scripts'
import { openSourceTree, type SourceTree } from './source-tree'
import { compileStyle } from './styles'
import { compileTemplates } from './templates'

export interface BuildResult {
  /** The whole mini program as one script; `undefined` when it cannot run at all. */
  script: string | undefined
  problems: Problem[]
  pages: string[]
  /** Milliseconds. */
  ms: number
}

/** Compiles the mini program in the folder `root` for the phone. Never throws for what is in it. */
export async function compileMiniProgram(root: string): Promise<BuildResult> {
  const startedAt = performance.now()
  const problems: Problem[] = []
  const report = (problem: Problem) => void problems.push(problem)
  const tree = openSourceTree(root)
  const app = readAppConfig(tree, report)
  const units = findUnits(tree, app, report)
  const templates = compileTemplates(
    tree,
    units.map((unit) => unit.path),
    report,
  )
  const styles: Record<string, string> = { app: compileStyle(tree, 'app.wxss', '', report) }
  for (const { path, styleScope } of units)
    styles[path] = compileStyle(tree, `${path}.wxss`, styleScope, report)
  const entry = entryScript(tree, app, units, templates, styles)
  const script = app.pages.length === 0 ? undefined : await bundleScripts(tree, entry, report)
  return { script, problems, pages: app.pages, ms: performance.now() - startedAt }
}

/** The order is WeChat's: app first, components before the pages that use them. */
function entryScript(
  tree: SourceTree,
  { pages, themes, darkmode }: AppConfig,
  units: readonly Unit[],
  templates: string,
  styles: Record<string, string>,
): string {
  const described = units.map(({ path, isPage, json, styleScope }) => ({
    path,
    isPage,
    json,
    styleScope,
  }))
  const program = JSON.stringify({ pages, themes, darkmode, styles, units: described })
  const required = (script: string) => `() => require(${JSON.stringify(tree.absolute(script))})`
  const appScript = scriptOf(tree, 'app')
  return [
    // Lent once: what runs after this line finds nothing under that name.
    'const phone = __phone',
    `phone.install(${program}, ${templates})`,
    appScript === undefined ? '' : `phone.runApp(${required(appScript)})`,
    ...units.map(({ path, script }) =>
      script === undefined ? '' : `phone.runUnit(${JSON.stringify(path)}, ${required(script)})`,
    ),
    'phone.start()',
  ].join('\n')
}
