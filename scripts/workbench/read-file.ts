import { LineCounter, parseDocument } from 'yaml'
import type { Problem } from '../../cloudfunctions/shared/directory/read-audience'
import type { Group } from '../../cloudfunctions/workbench/content'
import { readContent } from '../../cloudfunctions/workbench/read-content'
import { syntaxProblems } from '../../simulator/wecom/company/load'
import { locator } from '../../simulator/wecom/company/locate'
import type { LocatedProblem } from '../../simulator/wecom/company/problem'

/** What the workbench function takes, or all that is wrong with it in the order of the file. */
export type ContentFile = { content: unknown } | { problems: LocatedProblem[] }

/**
 * Reads the text of a content file, YAML or JSON.
 *
 * @param pages Of the mini program, such as `pages/index/index`; an entry may lead to no other.
 */
export const readContentFile = (text: string, pages: readonly string[]): ContentFile => {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const broken = syntaxProblems(document).map(({ message, offset }) => {
    const { line, col } = lineCounter.linePos(offset)
    return { line, column: col, message }
  })
  if (broken.length > 0) return { problems: broken }
  const content: unknown = document.toJS()
  const problems: Problem[] = []
  const { groups } = readContent(content, problems)
  // Only in content that could be read, for its places are those of the file.
  if (problems.length === 0) problems.push(...strayPages(groups, pages))
  if (problems.length === 0) return { content }
  const locate = locator(document, lineCounter)
  return {
    problems: problems
      .map(({ path, ...problem }) => locate({ ...problem, path: [...path] }))
      .sort((a, b) => a.line - b.line || a.column - b.column),
  }
}

const strayPages = (groups: readonly Group[], pages: readonly string[]): Problem[] =>
  groups.flatMap(({ entries }, group) =>
    entries.flatMap(({ target }, entry) => {
      const [page = ''] = 'page' in target ? target.page.slice(1).split('?') : []
      if (!('page' in target) || pages.includes(page)) return []
      const path = ['groups', group, 'entries', entry, 'page']
      return [{ path, message: `is no page of the mini program: ${pages.join(', ')}` }]
    }),
  )
