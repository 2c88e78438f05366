import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/mini-program'
import { contrastOf } from './fixtures/contrast'
import { filesBelow } from './fixtures/files'

const tokens = readFileSync(join(ROOT, 'styles/tokens.wxss'), 'utf8')
const theme = JSON.parse(readFileSync(join(ROOT, 'theme.json'), 'utf8'))
const [lightPart = '', darkPart = ''] = tokens.split('@media')

/** Colours by token; what dark does not name it has from light. */
function coloursOf(part: string): Record<string, string> {
  const named = [...part.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)]
  return Object.fromEntries(named.map(([, name, colour]) => [name, colour]))
}
const light = coloursOf(lightPart)
const dark = { ...light, ...coloursOf(darkPart) }

/** Every text colour that is used, on every ground that it is used on. */
const PAIRS = [
  ['ink', 'page'],
  ['ink', 'card'],
  ['ink-2', 'page'],
  ['ink-2', 'card'],
  ['ink-3', 'page'],
  ['ink-3', 'card'],
  ['on-brand', 'brand'],
  ['on-brand', 'band-from'],
  ['on-brand', 'band-to'],
  ['brand-ink', 'soft'],
  ['brand-ink', 'page'],
  ['brand-ink', 'card'],
  ['warn-ink', 'warn-soft'],
] as const

describe.each([
  ['light', light, theme.light],
  ['dark', dark, theme.dark],
])('text in the %s theme', (_name, colours, bars) => {
  test.each(PAIRS)('%s on %s can be read', (text, ground) => {
    expect(contrastOf(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
  })

  test('on the tab bar can be read, and the bars match the page', () => {
    expect(contrastOf(bars.tabText, bars.tabBackground)).toBeGreaterThanOrEqual(4.5)
    expect(contrastOf(bars.tabSelected, bars.tabBackground)).toBeGreaterThanOrEqual(4.5)
    expect(bars.page).toBe(colours.page)
    expect(bars.navBackground).toBe(colours.card)
  })
})

describe('the style sheets', () => {
  const sheets = filesBelow(ROOT, ['.wxss']).filter((file) => !file.endsWith('tokens.wxss'))

  test('take every colour from the tokens', () => {
    const own = sheets.filter((file) => /#[0-9a-f]{3,8}\b/i.test(readFileSync(file, 'utf8')))
    expect(own).toEqual([])
  })

  test('use only tokens that exist', () => {
    const known = new Set([...tokens.matchAll(/(--[\w-]+):/g)].map(([, name]) => name))
    const used = sheets.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name),
    )
    expect(used.filter((name) => !known.has(name))).toEqual([])
    expect([...known].filter((name) => !used.includes(name ?? ''))).toEqual([])
  })

  test('colour text in no pair but those above', () => {
    const named = new Set<string>(PAIRS.map(([text]) => text))
    const used = sheets.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:^|\s)color: var\(--([\w-]+)\)/g)].map(
        ([, name]) => name ?? '',
      ),
    )
    expect(used.filter((name) => !named.has(name))).toEqual([])
  })

  test('give everything that can be tapped the room of a thumb', () => {
    expect(tokens).toContain('--touch: 88rpx')
    expect(tokens).toMatch(/@media \(max-width: 374px\) \{\s*page \{\s*--touch: 44px;/)
    const shared = readFileSync(join(ROOT, 'app.wxss'), 'utf8')
    const tappable = filesBelow(ROOT, ['.wxml']).flatMap((file) => {
      const sheet = readFileSync(file.replace('.wxml', '.wxss'), 'utf8') + shared
      const tags = readFileSync(file, 'utf8').match(/<\w[^>]*(?:bind|catch)tap="[^>]*>/g) ?? []
      return tags.map((tag) => ({ tag, sheet }))
    })
    expect(tappable.length).toBeGreaterThan(8)
    for (const { tag, sheet } of tappable) {
      const classes = /class="([^"]*)"/.exec(tag)?.[1]?.match(/[a-z][\w-]*/g) ?? []
      expect([tag, classes.some((name) => isHighEnough(name, sheet))]).toEqual([tag, true])
    }
  })
})

/** Whether a rule of the sheet gives this class a height that a thumb hits. */
function isHighEnough(name: string, sheet: string): boolean {
  const rules = [...sheet.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
  return rules.some(([, selector = '', body = '']) => {
    if (!new RegExp(`(^|[\\s,])\\.${name}(?=$|[\\s,])`).test(selector.trim())) return false
    const height = /min-height: (?:(var\(--touch\))|(\d+)rpx)/.exec(body)
    return height !== null && (height[1] !== undefined || Number(height[2]) >= 88)
  })
}
