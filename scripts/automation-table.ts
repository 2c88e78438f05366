import { METHODS, type Method } from '../simulator/phone/automation/methods'

const begin =
  '<!-- methods: written by npm run docs from simulator/phone/automation/methods.ts -->\n'
const end = '<!-- end of methods -->'

/** The page about automation with today's methods between its two marks; throws without them. */
export const withMethods = (page: string): string => {
  const [from, to] = [page.indexOf(begin), page.indexOf(end)]
  if (from < 0 || to < from) throw new Error('the page has lost the marks around its methods')
  return page.slice(0, from + begin.length) + table() + page.slice(to)
}

const table = (): string => ['', '| | | |', '|---|---|---|', ...METHODS.map(row), '', ''].join('\n')

const row = ({ name, by, note = '' }: Method): string =>
  `| \`${name}\` | ${mark(by, note)} | ${note} |`

const mark = (by: Method['by'], note: string): string => {
  if (by === 'nobody') return '❌ no'
  return note === '' ? '✅ yes' : '🟡 partly'
}
