import { LineCounter, parseDocument, visit, type Document } from 'yaml'
import type { Company } from './company'
import { complete } from './complete'
import { inconsistencies } from './consistency'
import { locator } from './locate'
import { CompanyFileError, type LocatedProblem } from './problem'
import { shapeProblems } from './shape'

/**
 * Reads a company from the text of a JSON or YAML file (JSON is a subset of YAML, so one parser
 * serves both). `fileName` is only quoted. Throws a CompanyFileError that lists every problem with
 * its line and column: first what the syntax or the schema forbids, then what does not fit together.
 */
export const loadCompany = (text: string, fileName: string): Company =>
  loadExport(text) ?? loadWithPlaces(text, fileName)

// Nobody writes such a file by hand, and the YAML parser takes seconds for it.
const exportBytes = 1_000_000

/** A large and faultless JSON file, read without remembering what stands on which line. */
const loadExport = (text: string): Company | undefined => {
  if (text.length < exportBytes) return undefined
  const value = parsedJson(text)
  if (value === undefined || shapeProblems(value).length > 0) return undefined
  const company = complete(value)
  return inconsistencies(company).length > 0 ? undefined : company
}

const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined // YAML, or a mistake that the slower parser can place
  }
}

const loadWithPlaces = (text: string, fileName: string): Company => {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false })
  const locate = locator(document, lineCounter)
  const refuse = (problems: LocatedProblem[]) => {
    if (problems.length > 0) throw new CompanyFileError(fileName, problems)
  }
  refuse(
    syntaxProblems(document).map(({ message, offset }) => {
      const { line, col } = lineCounter.linePos(offset)
      return { line, column: col, message }
    }),
  )
  const value: unknown = document.toJS()
  refuse(shapeProblems(value).map(locate).sort(byPlace))
  const company = complete(value)
  refuse(inconsistencies(company).map(locate).sort(byPlace))
  return company
}

/** What the parser reports, and aliases without an anchor, which it would only find later. */
export const syntaxProblems = (
  document: Document.Parsed,
): { offset: number; message: string }[] => {
  const found = document.errors.map(({ message, pos }) => ({ offset: pos[0], message }))
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document)) return
      const message = `there is no anchor &${alias.source}`
      found.push({ offset: alias.range?.[0] ?? 0, message })
    },
  })
  return found
}

const byPlace = (a: LocatedProblem, b: LocatedProblem) => a.line - b.line || a.column - b.column
