import { excerptOf, type Report } from './problems'
import type { SourceTree } from './source-tree'

export type JsonObject = Record<string, unknown>

/** Whether a value is an object with named fields. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Reads one of the mini program's JSON files. A file that is absent, or wrong, gives `undefined`;
 * what is wrong with it is reported with its place.
 */
export function readJsonFile(
  tree: SourceTree,
  file: string,
  report: Report,
): JsonObject | undefined {
  const source = tree.read(file)
  if (source === undefined) return undefined
  try {
    const value: unknown = JSON.parse(source)
    if (isJsonObject(value)) return value
    report({ level: 'error', file, message: 'must be a JSON object' })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const place = placeOf(source, message)
    report({ level: 'error', file, ...place, message, excerpt: excerptOf(source, place.line) })
  }
  return undefined
}

/** V8 tells the place as an offset, or, when the text simply stops, not at all. */
function placeOf(source: string, message: string): { line: number; column: number } {
  const offset = /at position (\d+)/.exec(message)?.[1]
  const before = source.slice(0, offset === undefined ? source.length : Number(offset)).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
