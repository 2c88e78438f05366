import { SourceMap, type SourceMapPayload } from 'node:module'
import { excerptOf, type Problem } from './compile/problems'

const INLINE_MAP = /\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)\s*$/

/** A place in the mini program's own source, as a problem tells it. */
export type Place = Pick<Problem, 'file' | 'line' | 'column' | 'excerpt'>

/**
 * Finds where in the mini program's source a place of its compiled script comes from, or `undefined`
 * where no file of it stands behind that place.
 *
 * @param script with its source map inside
 * @param line and column count from 1, as in the stack of an error
 */
export function placeIn(script: string, line: number, column: number): Place | undefined {
  const encoded = INLINE_MAP.exec(script.slice(script.lastIndexOf('\n//#') + 1))?.[1]
  if (encoded === undefined) return undefined
  const payload = JSON.parse(Buffer.from(encoded, 'base64').toString()) as SourceMapPayload
  const entry = new SourceMap(payload).findEntry(line - 1, column - 1)
  if (!('originalSource' in entry)) return undefined
  const source = payload.sourcesContent[payload.sources.indexOf(entry.originalSource)]
  if (source === undefined || entry.originalSource === 'phone-entry.js') return undefined
  const found = entry.originalLine + 1
  return {
    file: entry.originalSource,
    line: found,
    column: entry.originalColumn + 1,
    excerpt: excerptOf(source, found),
  }
}
