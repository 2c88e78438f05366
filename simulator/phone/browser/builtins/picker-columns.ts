import type { Wheels } from '../shell/wheel-sheet'

/** A value of several numbers, such as a date: what each may be depends on those before it. */
export interface Parts {
  chosen: number[]
  wheels: Wheels
  /** The same with another number in one column; what no longer fits moves to the nearest. */
  turned(column: number, index: number): Parts
}

type Numbers = readonly number[]

const DATE_FIRST = [1970, 1, 1]
const DATE_LAST = [2099, 12, 31]
const FIELDS = ['year', 'month', 'day']

/** The columns of a picker of mode `date`. `fields` says which of them there are. */
export function dateParts(value: string, start: string, end: string, fields: string): Parts {
  const numbers = (text: string, otherwise: Numbers) => {
    const read = text.split('-').map(Number)
    return otherwise.map((part, index) => read[index] || part)
  }
  const last = ([year = 0, month = 1]: Numbers, level: number) =>
    [9999, 12, new Date(year, month, 0).getDate()][level] ?? 0
  const now = new Date()
  return bounded(
    numbers(value, [now.getFullYear(), now.getMonth() + 1, now.getDate()]),
    { from: numbers(start, DATE_FIRST), to: numbers(end, DATE_LAST) },
    { first: () => 1, last },
    FIELDS.indexOf(fields) + 1 || FIELDS.length,
  )
}

/** The columns of a picker of mode `time`. */
export function timeParts(value: string, start: string, end: string): Parts {
  const numbers = (text: string, otherwise: Numbers) =>
    /^\d+:\d+$/.test(text) ? text.split(':').map(Number) : [...otherwise]
  return bounded(
    numbers(value, [0, 0]),
    { from: numbers(start, [0, 0]), to: numbers(end, [23, 59]) },
    { first: () => 0, last: (_, level) => (level === 0 ? 23 : 59) },
    2,
  )
}

/** Numbers as WeChat writes them in a value, with leading zeros. */
export function written(numbers: Numbers, separator: string): string {
  return numbers.map((number) => String(number).padStart(2, '0')).join(separator)
}

function bounded(
  wanted: Numbers,
  { from, to }: { from: Numbers; to: Numbers },
  whole: { first(): number; last(before: Numbers, level: number): number },
  levels: number,
): Parts {
  const choices: number[][] = []
  const chosen: number[] = []
  for (let level = 0; level < levels; level += 1) {
    const atStart = chosen.every((part, index) => part === from[index])
    const atEnd = chosen.every((part, index) => part === to[index])
    const first = atStart ? (from[level] ?? 0) : whole.first()
    const last = Math.max(first, atEnd ? (to[level] ?? 0) : whole.last(chosen, level))
    choices.push(Array.from({ length: last - first + 1 }, (_, index) => first + index))
    chosen.push(Math.min(last, Math.max(first, wanted[level] ?? first)))
  }
  return {
    chosen,
    wheels: {
      columns: choices.map((numbers) => numbers.map((number) => written([number], ''))),
      chosen: chosen.map((number, level) => (choices[level] ?? []).indexOf(number)),
    },
    turned(column, index) {
      const next = chosen.map((part, level) =>
        level === column ? (choices[level]?.[index] ?? part) : part,
      )
      return bounded([...next, ...wanted.slice(levels)], { from, to }, whole, levels)
    },
  }
}
