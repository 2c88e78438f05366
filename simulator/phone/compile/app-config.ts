import path from 'node:path'
import type { Theme } from '../setup'
import { isJsonObject, readJsonFile, type JsonObject } from './json-file'
import type { Report } from './problems'
import type { SourceTree } from './source-tree'

/** app.json as the phone needs it. */
export interface AppConfig {
  /** Paths without extension, the first is the home page; pages of subpackages included. */
  pages: string[]
  usingComponents: JsonObject
  /** The window, tab bar and page settings once for each theme: "@name" already replaced. */
  themes: Record<Theme, JsonObject>
  darkmode: boolean
  /** Whether the mini program draws its own tab bar. */
  customTabBar: boolean
}

/**
 * Reads app.json and, where it points to one, theme.json.
 * https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html
 * https://developers.weixin.qq.com/miniprogram/dev/framework/ability/darkmode.html
 */
export function readAppConfig(tree: SourceTree, report: Report): AppConfig {
  if (!tree.has('app.json'))
    report({ level: 'error', file: 'app.json', message: '找不到文件 missing file' })
  const app = readJsonFile(tree, 'app.json', report) ?? {}
  const pages = pagesOf(app)
  for (const page of tabPagesOf(app)) {
    if (!pages.includes(page))
      report({ level: 'error', file: 'app.json', message: `tabBar: "${page}" is not in pages` })
  }
  const variables = readThemeVariables(tree, app, report)
  const themed = (theme: Theme) =>
    replaceVariables(app, variables[theme], (name) =>
      report({
        level: 'error',
        file: 'app.json',
        message: `"@${name}" is not defined in theme.json for ${theme}`,
      }),
    ) as JsonObject
  return {
    pages,
    usingComponents: isJsonObject(app.usingComponents) ? app.usingComponents : {},
    themes: { light: themed('light'), dark: themed('dark') },
    darkmode: app.darkmode === true,
    customTabBar: isJsonObject(app.tabBar) && app.tabBar.custom === true,
  }
}

function pagesOf(app: JsonObject): string[] {
  const own = Array.isArray(app.pages) ? app.pages.filter(isString) : []
  const packages = app.subPackages ?? app.subpackages
  const others = (Array.isArray(packages) ? packages : []).filter(isJsonObject).flatMap((sub) => {
    const root = typeof sub.root === 'string' ? sub.root : ''
    return Array.isArray(sub.pages)
      ? sub.pages.filter(isString).map((page) => path.posix.join(root, page))
      : []
  })
  return [...own, ...others]
}

function tabPagesOf(app: JsonObject): string[] {
  const list = isJsonObject(app.tabBar) && Array.isArray(app.tabBar.list) ? app.tabBar.list : []
  return list.filter(isJsonObject).flatMap((tab) => (isString(tab.pagePath) ? [tab.pagePath] : []))
}

function readThemeVariables(
  tree: SourceTree,
  app: JsonObject,
  report: Report,
): Record<Theme, JsonObject> {
  const none = { light: {}, dark: {} }
  if (!isString(app.themeLocation)) return none
  const file = path.posix.normalize(app.themeLocation)
  if (!tree.has(file)) {
    report({ level: 'error', file, message: '找不到文件 missing file (app.json themeLocation)' })
    return none
  }
  const themes = readJsonFile(tree, file, report) ?? {}
  return {
    light: isJsonObject(themes.light) ? themes.light : {},
    dark: isJsonObject(themes.dark) ? themes.dark : {},
  }
}

/** Replaces each text that starts with "@" by the variable of that name, all the way down. */
export function replaceVariables(
  value: unknown,
  variables: JsonObject,
  missing: (name: string) => void,
): unknown {
  if (isString(value) && value.startsWith('@')) {
    const name = value.slice(1)
    if (name in variables) return variables[name]
    // usingComponents and npm paths may start with "@" too; only a plain word is a variable.
    if (/^\w+$/.test(name)) missing(name)
    return value
  }
  if (Array.isArray(value)) return value.map((item) => replaceVariables(item, variables, missing))
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaceVariables(item, variables, missing)]),
  )
}

function isString(value: unknown): value is string {
  return typeof value === 'string'
}
