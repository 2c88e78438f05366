import { transformSync, type Message } from 'esbuild'
import { TmplGroup } from 'glass-easel-template-compiler'
import { excerptOf, type Report } from './problems'
import { resolveFrom, type SourceTree } from './source-tree'

/** Template of every built-in component: what is inside it, and nothing else. */
export const SLOT_TEMPLATE = '__slot'

/**
 * In WXS `value.constructor` is a name such as "Array", and dates and regular expressions are made
 * by functions. https://developers.weixin.qq.com/miniprogram/dev/reference/wxs/06datatype.html
 */
const WXS_PRELUDE = `
var getRegExp = function (pattern, flags) { return new RegExp(pattern, flags) }
var getDate = function () { return new (Function.prototype.bind.apply(Date, [null].concat([].slice.call(arguments))))() }
var __constructorOf = function (value) { return value == null ? undefined : Object.prototype.toString.call(value).slice(8, -1) };`

/**
 * glass-easel draws nothing for `{{null}}`, and a phone with an older base library the word "null": the
 * mistake is told once for each file.
 */
const NULL_PRELUDE = `
var __textOf = function (file) {
  var told = false
  return function (value) {
    if (value === null && !told) {
      told = true
      console.warn('[phone] ' + file + '.wxml: {{null}} is drawn as nothing here, and as "null" by older base libraries')
    }
    return value == null ? '' : String(value)
  }
};`

interface TemplateFault {
  level: 'Note' | 'Warn' | 'Error' | 'Fatal'
  message: string
  startLine: number
  startColumn: number
}

/**
 * Compiles the templates of all units, and what they import or include, with WeChat's own compiler.
 * Gives the text of a JavaScript expression: template path → generator.
 *
 * @param paths template paths without extension
 */
export function compileTemplates(
  tree: SourceTree,
  paths: readonly string[],
  report: Report,
): string {
  const group = new TmplGroup()
  const templates = new Set<string>()
  const scripts = new Set<string>()

  const addTemplate = (templatePath: string, asked: boolean) => {
    if (templates.has(templatePath)) return
    templates.add(templatePath)
    const file = `${templatePath}.wxml`
    const source = tree.read(file)
    if (source === undefined) {
      const by = asked ? '' : ' (import / include)'
      report({ level: 'error', file, message: `找不到文件 missing file${by}` })
      group.addTmpl(templatePath, '')
      return
    }
    for (const fault of group.addTmpl(templatePath, source) as TemplateFault[]) {
      const line = fault.startLine + 1
      report({
        // What glass-easel mends with a warning, such as a missing end tag, DevTools refuses.
        level: fault.level === 'Note' ? 'warning' : 'error',
        file,
        line,
        column: fault.startColumn + 1,
        message: fault.message,
        excerpt: excerptOf(source, line),
      })
    }
    for (const dependency of group.getDirectDependencies(templatePath) as string[])
      addTemplate(dependency, false)
    for (const script of group.getScriptDependencies(templatePath) as string[]) addScript(script)
    for (const name of group.getInlineScriptModuleNames(templatePath) as string[]) {
      const inline = group.getInlineScript(templatePath, name)
      if (checkScript(file, inline, report, linesBefore(source, inline)))
        group.setInlineScript(templatePath, name, wxsToScript(inline))
      else group.setInlineScript(templatePath, name, '')
    }
  }

  // A .wxs file may require() others; the compiler looks those up by their full name.
  const addScript = (scriptPath: string) => {
    if (scripts.has(scriptPath)) return
    scripts.add(scriptPath)
    const file = scriptPath.endsWith('.wxs') ? scriptPath : `${scriptPath}.wxs`
    const source = tree.read(file)
    if (source === undefined) {
      report({ level: 'error', file, message: '找不到文件 missing file' })
      return
    }
    group.addScript(scriptPath, checkScript(file, source, report) ? wxsToScript(source) : '')
    for (const [, required] of source.matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g))
      if (required !== undefined) addScript(resolveFrom(scriptPath, required))
  }

  try {
    group.setExtraRuntimeScript(WXS_PRELUDE + NULL_PRELUDE)
    for (const templatePath of paths) addTemplate(templatePath, true)
    group.addTmpl(SLOT_TEMPLATE, '<slot/>')
    return tellOfNull(group.getTmplGenObjectGroups() as string)
  } finally {
    group.free()
  }
}

/** Reports what does not parse; the compiler itself takes a script as it stands. */
function checkScript(file: string, source: string, report: Report, linesAbove = 0): boolean {
  try {
    transformSync(source, { logLevel: 'silent' })
    return true
  } catch (failure) {
    for (const { text, location } of (failure as { errors: Message[] }).errors)
      report({
        level: 'error',
        file,
        line: (location?.line ?? 1) + linesAbove,
        column: (location?.column ?? 0) + 1,
        message: text,
        excerpt: excerptOf(source, location?.line ?? 1),
      })
    return false
  }
}

function linesBefore(source: string, part: string): number {
  const at = source.indexOf(part)
  return at === -1 ? 0 : source.slice(0, at).split('\n').length - 1
}

function wxsToScript(source: string): string {
  return source.replace(/\b([A-Za-z_$][\w$]*)\.constructor\b/g, '__constructorOf($1)')
}

/** Lets each file's templates make their texts, function Y of the compiler's, by one that tells. */
function tellOfNull(generated: string): string {
  return generated.replace(
    /G\[("(?:[^"\\]|\\.)*")\]=\(\(\)=>\{/g,
    (head, file: string) => `${head}var Y=__textOf(${file});`,
  )
}
