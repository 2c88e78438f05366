/** What is wrong with the mini program's source, in one shape whatever found it. */
export interface Problem {
  level: 'error' | 'warning'
  /** Relative to the mini program's root, with forward slashes. */
  file: string
  /** Both count from 1; absent when the whole file is meant. */
  line?: number
  column?: number
  message: string
  /** The lines around the place, for a reader without an editor at hand. */
  excerpt?: string
}

export type Report = (problem: Problem) => void

/** Lines shown on each side of the one that is wrong. */
const AROUND = 2

/**
 * Cuts the lines around a place out of a source, numbered, the wrong one marked with `>`.
 * `line` counts from 1.
 */
export function excerptOf(source: string, line: number): string {
  const lines = source.split('\n')
  const first = Math.max(1, line - AROUND)
  const last = Math.min(lines.length, line + AROUND)
  const width = String(last).length
  const shown: string[] = []
  for (let number = first; number <= last; number += 1) {
    const mark = number === line ? '>' : ' '
    shown.push(`${mark} ${String(number).padStart(width)} | ${lines[number - 1] ?? ''}`)
  }
  return shown.join('\n')
}

/** Writes a problem as editors and terminals like it: `file:line:column  level  message`. */
export function problemLine({ file, line, column, level, message }: Problem): string {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`
  return `${place}  ${level}  ${message}`
}
