import { coverage as ofPhone } from '../simulator/phone/coverage/coverage'
import type { CoverageRow as PhoneRow } from '../simulator/phone/coverage/row'
import { coverage as ofWecom } from '../simulator/wecom/coverage/coverage'
import type { CoverageRow } from '../simulator/wecom/coverage/row'

const end = '<!-- end of coverage -->'

/** The README of the simulators with today's coverage between its two marks; throws without them. */
export const withCoverage = (readme: string): string =>
  between(
    readme,
    '<!-- coverage: written by npm run docs from simulator/wecom/coverage/ -->\n',
    ofWecom
      .filter(({ rows }) => rows.length > 0)
      .map(({ title, rows }) => table(title, '| | | |', rows.map(row)))
      .join(''),
  )

/** The README of the preview, in the same way. */
export const withPreviewCoverage = (readme: string): string =>
  between(
    readme,
    '<!-- coverage: written by npm run docs from simulator/phone/coverage/ -->\n',
    ofPhone
      .map(({ title, rows }) => table(title, '| | | | shown by |', rows.map(phoneRow)))
      .join(''),
  )

const between = (readme: string, begin: string, tables: string): string => {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error('the README has lost the marks around its coverage')
  return readme.slice(0, from + begin.length) + tables + readme.slice(to)
}

const table = (title: string, heads: string, rows: string[]): string =>
  ['', `### ${title}`, '', heads, heads.replace(/[^|]+/g, '---'), ...rows, ''].join('\n')

const marks: Record<CoverageRow['is'], string> = {
  yes: '✅ yes',
  partly: '🟡 partly',
  no: '❌ no',
}

const row = ({ what, is, note }: CoverageRow): string =>
  `| ${/^(GET|POST) /.test(what) ? `\`${what}\`` : what} | ${marks[is]} | ${note} |`

const phoneMarks: Record<PhoneRow['is'], string> = {
  true: '✅ true',
  approximate: '🟡 approximate',
  absent: '❌ absent',
}

const phoneRow = ({ what, is, note, shownBy = [] }: PhoneRow): string =>
  `| ${what} | ${phoneMarks[is]} | ${note} | ${shownBy.join(' · ')} |`
