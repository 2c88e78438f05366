import postcss, { CssSyntaxError, type AtRule, type Root, type Rule } from 'postcss'
import { resolveColorScheme } from './color-scheme'
import { excerptOf, type Report } from './problems'
import { scopeSelector } from './scope'
import { resolveFrom, type SourceTree } from './source-tree'
import { rewriteLengths, rewriteMediaLengths } from './units-of-length'

/**
 * Compiles one WXSS file, its imports inlined, to CSS for the phone. A missing file is no style.
 *
 * @param file path of the .wxss file from the root
 * @param styleScope prefix of its class names, '' for none
 */
export function compileStyle(
  tree: SourceTree,
  file: string,
  styleScope: string,
  report: Report,
): string {
  const source = tree.read(file)
  if (source === undefined) return ''
  const sheet = readSheet(tree, file, source, report, new Set([file]))
  if (sheet === undefined) return ''
  resolveColorScheme(sheet)
  sheet.walkDecls((declaration) => {
    declaration.value = rewriteLengths(declaration.value).replace(
      /\benv\(\s*(safe-area-inset-\w+)/g,
      'var(--$1',
    )
  })
  sheet.walkAtRules((rule) => {
    rule.params = rewriteMediaLengths(rule.params)
  })
  sheet.walkRules((rule) => {
    if (!isKeyframe(rule)) rule.selector = scopeSelector(rule.selector, styleScope)
  })
  return sheet.toString()
}

function readSheet(
  tree: SourceTree,
  file: string,
  source: string,
  report: Report,
  seen: Set<string>,
): Root | undefined {
  let sheet: Root
  try {
    sheet = postcss.parse(source, { from: file })
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error
    const place = { line: error.line ?? 1, column: error.column ?? 1 }
    const excerpt = excerptOf(source, place.line)
    report({ level: 'error', file, ...place, message: error.reason, excerpt })
    return undefined
  }
  sheet.walkAtRules('import', (rule) => {
    const imported = importedSheet(tree, file, source, rule, report, seen)
    if (imported === undefined) rule.remove()
    else rule.replaceWith(imported.nodes)
  })
  return sheet
}

function importedSheet(
  tree: SourceTree,
  file: string,
  source: string,
  rule: AtRule,
  report: Report,
  seen: Set<string>,
): Root | undefined {
  const place = rule.source?.start ?? { line: 1, column: 1 }
  const complain = (message: string) =>
    report({
      level: 'error',
      file,
      line: place.line,
      column: place.column,
      message,
      excerpt: excerptOf(source, place.line),
    })
  const target = /["']([^"']+)["']/.exec(rule.params)?.[1]
  if (target === undefined) {
    complain(`@import needs a file in quotes: ${rule.params}`)
    return undefined
  }
  const imported = resolveFrom(file, target)
  if (seen.has(imported)) return undefined
  seen.add(imported)
  const importedSource = tree.read(imported)
  if (importedSource === undefined) {
    complain(`@import: 找不到文件 missing file "${target}"`)
    return undefined
  }
  return readSheet(tree, imported, importedSource, report, seen)
}

function isKeyframe(rule: Rule): boolean {
  return rule.parent?.type === 'atrule' && /keyframes$/.test((rule.parent as AtRule).name)
}
