/** Whether a timer trigger is due in the second of this time, which is epoch ms. */
export type IsDue = (at: number) => boolean

// Seconds, minutes, hours, days, months, weekdays, years; times are those of Beijing.
// https://docs.cloudbase.net/cloud-function/timer-trigger
const ranges: readonly (readonly [lowest: number, highest: number])[] = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 6],
  [1970, 2099],
]
const beijingMs = 8 * 60 * 60_000

/**
 * Reads the seven fields of a timer trigger, each a `*`, a number, a range or a list of them, perhaps with
 * a step, as in `0 0/5 9-18 * * 1-5 *`.
 *
 * @throws Error that quotes the expression
 */
export const readCron = (expression: string): IsDue => {
  const fields = expression.trim().split(/\s+/)
  if (fields.length !== ranges.length) throw new Error(`a timer has seven fields: ${expression}`)
  const allowed = ranges.map(([lowest, highest], place) => {
    const items = (fields[place] ?? '').split(',').map((item) => readItem(item, lowest, highest))
    if (items.some((item) => item === undefined)) throw new Error(`no timer: ${expression}`)
    return new Set(items.flatMap((item) => item ?? []))
  })
  return (at) => valuesOf(at).every((value, place) => allowed[place]?.has(value))
}

const readItem = (item: string, lowest: number, highest: number): number[] | undefined => {
  const parts = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(item)
  if (!parts) return undefined
  const [, first, last, stepText] = parts
  const from = first === undefined ? lowest : Number(first)
  const isOpen = first === undefined || (last === undefined && stepText !== undefined)
  const to = last !== undefined ? Number(last) : isOpen ? highest : from
  const step = Number(stepText ?? 1)
  if (from < lowest || to > highest || from > to || step < 1) return undefined
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, n) => from + n * step)
}

const valuesOf = (at: number): number[] => {
  const time = new Date(at + beijingMs)
  return [
    time.getUTCSeconds(),
    time.getUTCMinutes(),
    time.getUTCHours(),
    time.getUTCDate(),
    time.getUTCMonth() + 1,
    time.getUTCDay(),
    time.getUTCFullYear(),
  ]
}
