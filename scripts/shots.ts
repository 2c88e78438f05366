// npm run docs:shots: the pictures of the READMEs, and of every page in every state, taken from what
// really runs. `-- --only badge` takes one sheet; `-- --all FOLDER` takes each state in all twelve views.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright-core'
import { seedCompany } from '../simulator/wecom/wecom'
import { chromiumPath } from './debian'
import { buildFunctions } from './functions'
import { inRoot } from './paths'
import { companyWithLongNames } from './shots/company'
import { contactSheet, type Shot } from './shots/contact-sheet'
import { photograph, type PageState, type View } from './shots/stage'
import { PAGE_STATES } from './shots/states'
import { startStack } from './stack'

const startPages = [
  { file: 'start.png', path: '/?as=zhangsan&host=wecom', ready: 'text=user/get' },
  {
    file: 'start-en.png',
    path: '/?as=david.miller&host=wecom&ui=en&lang=en',
    ready: 'text=user/get',
  },
]

/** Each theme, language and width is there, without all twelve. */
const SHEET_VIEWS: View[] = [
  { theme: 'light', lang: 'zh', width: 390 },
  { theme: 'dark', lang: 'en', width: 390 },
  { theme: 'light', lang: 'en', width: 320 },
  { theme: 'dark', lang: 'zh', width: 768 },
]

const ALL_VIEWS: View[] = (['light', 'dark'] as const).flatMap((theme) =>
  (['zh', 'en'] as const).flatMap((lang) =>
    ([320, 390, 768] as const).map((width): View => ({ theme, lang, width })),
  ),
)

const shotsFolder = inRoot('docs', 'shots')

const take = async (browser: Browser, state: PageState, view: View): Promise<Shot> => {
  // A fresh stack each time: no state is left over from the one before.
  const stack = await startStack({ port: 0, company: companyWithLongNames() })
  try {
    const picture = await photograph(browser, stack, state, view)
    const caption = [state.name, view.theme, view.lang, view.width].join(' · ')
    return { caption, picture, width: view.width }
  } finally {
    await stack.close()
  }
}

const takeSheets = async (browser: Browser, only: string | undefined): Promise<void> => {
  const sheets = new Set(PAGE_STATES.map(({ sheet }) => sheet))
  for (const sheet of only ? [only] : sheets) {
    const rows: Shot[][] = []
    for (const state of PAGE_STATES.filter((one) => one.sheet === sheet)) {
      const row: Shot[] = []
      for (const view of SHEET_VIEWS) row.push(await take(browser, state, view))
      rows.push(row)
    }
    const file = path.join(shotsFolder, `${sheet}.jpg`)
    writeFileSync(file, await contactSheet(browser, sheet, rows))
    console.log(path.relative(inRoot(), file))
  }
}

const takeAll = async (browser: Browser, folder: string): Promise<void> => {
  mkdirSync(folder, { recursive: true })
  for (const state of PAGE_STATES) {
    for (const view of ALL_VIEWS) {
      const { caption, picture } = await take(browser, state, view)
      writeFileSync(
        path.join(
          folder,
          `${state.sheet} ${caption}.png`.replace(/\W+/g, '-').replace(/-png$/, '.png'),
        ),
        picture,
      )
    }
  }
}

const takeStartPages = async (browser: Browser): Promise<void> => {
  for (const { file, path: address, ready } of startPages) {
    // A fresh stack each time: the picture shows a cold start, with its gettoken.
    const stack = await startStack({ port: 0, company: seedCompany() })
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 1.5,
    })
    await page.goto(stack.url + address)
    await page.waitForSelector(ready)
    await page.frameLocator('iframe').locator('text=/刚刚|just now/').first().waitFor()
    await page.frameLocator('iframe').locator('text=/我能用的|For you/').first().waitFor()
    await page.screenshot({ path: path.join(shotsFolder, file) })
    await page.close()
    await stack.close()
    console.log(`docs/shots/${file}`)
  }
}

const run = async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, all: { type: 'string' } } })
  mkdirSync(shotsFolder, { recursive: true })
  await buildFunctions()
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
  if (values.all !== undefined) await takeAll(browser, path.resolve(values.all))
  else {
    if (values.only === undefined) await takeStartPages(browser)
    await takeSheets(browser, values.only)
  }
  await browser.close()
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
