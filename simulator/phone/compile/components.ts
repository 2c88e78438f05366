import path from 'node:path'
import { CUSTOM_TAB_BAR } from '../custom-tab-bar'
import type { AppConfig } from './app-config'
import { isJsonObject, readJsonFile, type JsonObject } from './json-file'
import type { Report } from './problems'
import { resolveFrom, type SourceTree } from './source-tree'

/** A page or a component: four files of one name. */
export interface Unit {
  /** Path without extension. */
  path: string
  isPage: boolean
  /** Its JSON file, `usingComponents` resolved to paths from the root. */
  json: JsonObject
  /** Prefix that keeps its class names to itself; '' when its styles are shared. */
  styleScope: string
  /** The script, or `undefined` when there is none (which is reported). */
  script: string | undefined
}

const SCRIPT_EXTENSIONS = ['.ts', '.js']

/** The script that belongs to a path, TypeScript first as DevTools' compiler plugin has it. */
export function scriptOf(tree: SourceTree, unitPath: string): string | undefined {
  return SCRIPT_EXTENSIONS.map((extension) => unitPath + extension).find(tree.has)
}

/**
 * Finds every page of app.json and every component they reach through `usingComponents`,
 * components before the pages that use them.
 */
export function findUnits(tree: SourceTree, app: AppConfig, report: Report): Unit[] {
  const units = new Map<string, Unit>()

  const visit = (unitPath: string, isPage: boolean) => {
    if (units.has(unitPath)) return
    const json = readJsonFile(tree, `${unitPath}.json`, report) ?? {}
    const script = scriptOf(tree, unitPath)
    if (script === undefined)
      report({ level: 'error', file: `${unitPath}.ts`, message: '找不到文件 missing file' })
    const isolation = isolationOf(json, script === undefined ? '' : (tree.read(script) ?? ''))
    const isShared =
      isolation === 'shared' || isolation === 'page-shared' || (isPage && isolation === undefined)
    const unit: Unit = {
      path: unitPath,
      isPage,
      json,
      script,
      styleScope: isShared ? '' : `s${units.size.toString(36)}`,
    }
    units.set(unitPath, unit)
    const reach = (what: string, tag: string, reference: unknown): string | undefined => {
      const found = typeof reference === 'string' ? locate(tree, unitPath, reference) : undefined
      if (found === undefined) {
        const message = `${what}: 找不到组件 cannot find "${tag}": ${JSON.stringify(reference)}`
        report({ level: 'error', file: `${unitPath}.json`, message })
        return undefined
      }
      visit(found, false)
      return `/${found}`
    }
    const using: Record<string, string> = {}
    for (const [tag, reference] of Object.entries({
      ...app.usingComponents,
      ...(isJsonObject(json.usingComponents) ? json.usingComponents : {}),
    })) {
      const found = reach('usingComponents', tag, reference)
      if (found !== undefined) using[tag] = found
    }
    const generics: JsonObject = {}
    for (const [name, generic] of Object.entries(
      isJsonObject(json.componentGenerics) ? json.componentGenerics : {},
    )) {
      const fallback = isJsonObject(generic) ? generic.default : undefined
      const found = fallback === undefined ? undefined : reach('componentGenerics', name, fallback)
      generics[name] = found === undefined ? true : { default: found }
    }
    // A page's styles reach the whole page unless it says otherwise, even with component: true.
    const styleIsolation = isolation ?? (isPage ? 'shared' : 'isolated')
    unit.json = { ...json, usingComponents: using, componentGenerics: generics, styleIsolation }
  }

  if (app.customTabBar) visit(CUSTOM_TAB_BAR, false)
  for (const page of app.pages) visit(page, true)
  return [...units.values()].sort((a, b) => Number(a.isPage) - Number(b.isPage))
}

/**
 * How far the styles reach. The options in the script count as well as the JSON, and are read from
 * its text, because class names are scoped before the script has run.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/custom-component/wxml-wxss.html
 */
function isolationOf(json: JsonObject, script: string): string | undefined {
  if (typeof json.styleIsolation === 'string') return json.styleIsolation
  const inScript = /\bstyleIsolation:\s*['"]([a-z-]+)['"]/.exec(script)?.[1]
  if (inScript !== undefined) return inScript
  return /\baddGlobalClass:\s*true\b/.test(script) ? 'apply-shared' : undefined
}

function locate(tree: SourceTree, from: string, reference: string): string | undefined {
  const candidates = [resolveFrom(from, reference)]
  if (!/^[./]/.test(reference)) {
    for (let folder = path.posix.dirname(from); ; folder = path.posix.dirname(folder)) {
      candidates.push(path.posix.join(folder, 'miniprogram_npm', reference))
      if (folder === '.' || folder === '/') break
    }
  }
  return candidates
    .flatMap((candidate) => [candidate, `${candidate}/index`])
    .find((candidate) => tree.has(`${candidate}.json`) || scriptOf(tree, candidate) !== undefined)
}
