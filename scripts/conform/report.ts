import { explainErrcode } from '../../cloudfunctions/shared/wecom/catalogue/catalogue'
import type { Outcome, Stopped } from './conform'
import type { Difference } from './shape'

const callOf = ({ check }: Outcome): string => `${check.body ? 'POST' : 'GET'} ${check.path}`

/** One line for each check, one more for each difference, and how many there were. */
export const report = (outcomes: Outcome[]): string => {
  const different = outcomes.filter(({ differences }) => differences.length > 0)
  const skipped = outcomes.filter(({ lacks }) => lacks)
  const same = outcomes.length - different.length - skipped.length
  return [
    ...outcomes.flatMap((outcome) => [line(outcome), ...outcome.differences.map(differenceLine)]),
    '',
    `${same} as in the simulator, ${different.length} different, ${skipped.length} not asked`,
  ].join('\n')
}

const line = (outcome: Outcome): string => {
  const { check, differences, lacks } = outcome
  const mark = lacks ? '–' : differences.length > 0 ? '✗' : '✓'
  const why = lacks ? ` (not asked: no ${lacks} is known)` : ''
  return `${mark} ${callOf(outcome)}  ${check.holds}${why}`
}

const differenceLine = ({ kind, at, simulator, here }: Difference): string => {
  const answers = [
    ...(simulator === undefined ? [] : [`simulator: ${simulator}`]),
    ...(here === undefined ? [] : [`here: ${here || 'nothing'}`]),
  ]
  const what = kind === at ? [kind] : [kind, at]
  return `    ${[...what, ...answers].join('  ')}`
}

/** The differences alone, as JSON for a file that may be shown to others. */
export const fixtures = (outcomes: Outcome[]): string => {
  const different = outcomes
    .filter(({ differences }) => differences.length > 0)
    .map((outcome) => ({
      call: callOf(outcome),
      holds: outcome.check.holds,
      differences: outcome.differences,
    }))
  return `${JSON.stringify({ different }, null, 2)}\n`
}

/** What the person at the terminal has to do, in both languages, before any further call. */
export const stopText = ({ errcode, ownAddress }: Stopped): string => {
  const explained = explainErrcode(errcode)
  return [
    `errcode ${errcode}${ownAddress ? `, from ip: ${ownAddress}` : ''}`,
    ...(explained.known
      ? [explained.meaning, explained.remedy].flatMap(({ zh, en }) => [zh, en])
      : [explained.page]),
  ].join('\n')
}
