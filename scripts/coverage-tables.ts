import { coverage } from '../simulator/wecom/coverage/coverage'
import type { CoverageRow, CoverageTheme } from '../simulator/wecom/coverage/row'

const begin = '<!-- coverage: written by npm run docs from simulator/wecom/coverage/ -->\n'
const end = '<!-- end of coverage -->'

/** The README of the simulators with today's coverage between its two marks; throws without them. */
export const withCoverage = (readme: string): string => {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error('the README has lost the marks around its coverage')
  return readme.slice(0, from + begin.length) + tables() + readme.slice(to)
}

const tables = (): string =>
  coverage
    .filter(({ rows }) => rows.length > 0)
    .map(table)
    .join('')

const table = ({ title, rows }: CoverageTheme): string =>
  ['', `### ${title}`, '', '| | | |', '|---|---|---|', ...rows.map(row), ''].join('\n')

const marks: Record<CoverageRow['is'], string> = {
  yes: '✅ yes',
  partly: '🟡 partly',
  no: '❌ no',
}

const row = ({ what, is, note }: CoverageRow): string =>
  `| ${/^(GET|POST) /.test(what) ? `\`${what}\`` : what} | ${marks[is]} | ${note} |`
