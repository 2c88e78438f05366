/** The phone around a page has styles of its own; a mini program may call its things the same. */
import { readdirSync, readFileSync } from 'node:fs'
import { createPhone, type Phone } from '../../../simulator/phone'
import { inRoot } from '../../../scripts/paths'
import { describeInChromium, launchChromium } from '../../support/chromium'
import { openPhone, openWatched } from './browser'
import { temporaryApp } from './temporary-app'

const browserFolder = inRoot('simulator', 'phone', 'browser')
// Of the base library's own components, which a page does see.
const ofComponents = ['wxss.css', 'swiper.css']

const namesOfTheShell = [
  ...new Set(
    readdirSync(browserFolder)
      .filter((file) => file.endsWith('.css') && !ofComponents.includes(file))
      .map((file) => readFileSync(`${browserFolder}/${file}`, 'utf8'))
      .flatMap((sheet) => [...sheet.matchAll(/\.([a-z][\w-]*)(?=[^{};]*\{)/g)])
      .map(([, name = '']) => name),
  ),
]

describeInChromium('the styles of the phone around a page', () => {
  let phone: Phone
  let url: string
  const app = temporaryApp({
    'app.json': JSON.stringify({ pages: ['pages/home/home'] }),
    'app.js': 'App({})',
    'pages/home/home.js': 'Page({})',
    'pages/home/home.wxml': [
      '<view id="plain">text</view>',
      ...namesOfTheShell.map((name) => `<view id="${name}" class="${name}">text</view>`),
    ].join(''),
  })
  beforeAll(async () => {
    phone = createPhone({ root: app.root, appId: 'wx0123456789abcdef' })
    url = (await phone.listen()).url
  })
  afterAll(async () => {
    await phone.close()
    app.remove()
  })

  test('reach nothing on the page, whatever it is called', async () => {
    expect(namesOfTheShell).toEqual(expect.arrayContaining(['page', 'modal', 'tab', 'cover']))
    const browser = await launchChromium()
    try {
      const { page } = await openWatched(browser)
      await openPhone(page, `${url}/phone`)
      const hit = await page.evaluate((names) => {
        const styleOf = (id: string) => {
          const shown = document.querySelector(`wx-page #${id}`)
          return shown === null
            ? 'absent'
            : [...getComputedStyle(shown)]
                .map((name) => `${name}: ${getComputedStyle(shown).getPropertyValue(name)}`)
                .join(';')
        }
        const plain = styleOf('plain')
        return names.filter((name) => styleOf(name) !== plain)
      }, namesOfTheShell)
      expect(hit).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
