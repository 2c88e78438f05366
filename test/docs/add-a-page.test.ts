/** docs/add-a-page.md, followed step by step in a project of its own, and the pieces of docs/pages.md in it. */
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { inRoot } from '../../scripts/paths'
import { callWx } from '../simulator/phone/browser'
import { codeOf } from '../support/invoke'
import { describeInChromium, launchChromium } from '../support/chromium'
import { askFunction, signInAs } from '../support/stack'
import { ended, startProject } from './started-project'
import { blocksOf, cloneProject, follow, type Block } from './worked-example'

// A compiler, two builds and a browser, on a machine that may be busy.
jest.setTimeout(180_000)

const steps = blocksOf('add-a-page.md')
const files = steps.map(({ file }) => file)
const pieces = blocksOf('pages.md')

/** What docs/pages.md leaves out of its page, because it shows nothing. */
const beside: readonly Block[] = [
  {
    file: 'miniprogram/pages/example/example.json',
    language: 'json',
    code: '{ "usingComponents": { "audience": "/components/audience/audience" } }\n',
  },
  { file: 'miniprogram/pages/example/example.wxss', language: 'css', code: '' },
  {
    file: 'miniprogram/app.json',
    language: 'diff',
    code: '     "pages/me/me",\n+    "pages/example/example",\n',
  },
]

const project = cloneProject()
afterAll(() => project.remove())

let running: Awaited<ReturnType<typeof startProject>>
beforeAll(async () => {
  for (const block of [...steps, ...pieces, ...beside]) follow(project.root, block)
  running = await startProject(project.root)
})
afterAll(() => running?.stop())

test('the steps name every file once, and all of them are followed', () => {
  expect(new Set(files).size).toBe(files.length)
  const fences = readFileSync(inRoot('docs', 'add-a-page.md'), 'utf8').match(/^```\w/gm)
  // ROLES and npm start are for a shell.
  expect(fences).toHaveLength(files.length + 2)
})

/** A program that found nothing to say. */
const well = { code: 0, said: '' }

test.each(['.', 'cloudfunctions'])('the compiler takes all of it in the room %s', async (room) => {
  expect(await ended(project.root, 'node_modules/typescript/bin/tsc', '-p', room)).toEqual(well)
})

const written = [...files, ...pieces.map(({ file }) => file)]
const scripts = written.filter((file) => /(?<!\.d)\.ts$/.test(file))

test.each([
  ['prettier/bin/prettier.cjs', ['--check', '--log-level=warn', ...written]],
  ['eslint/bin/eslint.js', scripts],
])('it is written the way this house writes: %s', async (program, given) => {
  expect(await ended(project.root, `node_modules/${program}`, ...given)).toEqual(well)
})

test('what the project asks of every file and page holds for these', async () => {
  const names = 'test/(boundaries|miniprogram/(package|look|language-level|services/i18n))'
  const { code, said } = await ended(
    project.root,
    'node_modules/jest/bin/jest.js',
    `--testPathPatterns=${names}`,
  )
  expect([code, said]).toEqual([0, expect.stringContaining('5 passed, 5 total')])
})

const rosterOf = async (userId: string) => {
  const { reply } = await signInAs(running, userId)
  const session = reply.ok ? reply.data.session.token : ''
  return askFunction<{ people: object[] }>(running, 'roster', { action: 'all' }, session)
}

test('the function answers HR, and refuses everybody else with NOT_ALLOWED', async () => {
  const { status, reply } = await rosterOf('fengxue')
  expect([status, reply]).toMatchObject([200, { ok: true, data: { people: expect.any(Array) } }])
  const refused = await rosterOf('zhangsan')
  expect([refused.status, codeOf(refused.reply)]).toEqual([403, 'NOT_ALLOWED'])
  expect(JSON.stringify(refused.reply)).not.toContain('joinedOn')
})

describeInChromium('in the preview', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser?.close())

  /** Every path that the phone has asked for since it was opened. */
  let asked: string[]
  const open = async (userId: string, page = ''): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    const opened = await context.newPage()
    opened.setDefaultTimeout(20_000)
    asked = []
    opened.on('request', (request) => asked.push(new URL(request.url()).pathname))
    const query = new URLSearchParams({ as: userId, host: 'wecom', page })
    await opened.goto(`${running.url}/phone?${query}`)
    return opened
  }
  const openWorkbench = async (userId: string): Promise<Page> => {
    const page = await open(userId)
    await page.click('.tab >> nth=1')
    // Everybody has this one.
    await entry(page, '费用报销').waitFor()
    return page
  }
  const entry = (page: Page, title: string) =>
    page.locator('wx-page:visible').getByText(title, { exact: true })
  const roster = (page: Page) => page.getByText('2022-03-14 入职')
  const leadersBlock = (page: Page) => page.getByText('你是负责人')

  test('HR comes from the workbench to the roster, and a leader there sees the block for leaders', async () => {
    const page = await openWorkbench('tangmin')
    await entry(page, '员工花名册').click()
    await roster(page).waitFor()
    expect(await leadersBlock(page).count()).toBe(1)
    const again = page.waitForRequest((request) => request.url().endsWith('/api/roster'))
    await callWx(page, 'startPullDownRefresh')
    await again
    await page.context().close()
  })

  test('another member of HR sees the roster without that block', async () => {
    const page = await open('fengxue', 'pages/roster/roster')
    await roster(page).waitFor()
    expect(await leadersBlock(page).count()).toBe(0)
    await page.context().close()
  })

  test('somebody else has no entry, and the page says that it is not for them', async () => {
    const workbench = await openWorkbench('zhangsan')
    expect(await entry(workbench, '员工花名册').count()).toBe(0)
    await workbench.context().close()
    const page = await open('zhangsan', 'pages/roster/roster')
    await page.getByText('你还不能使用这一项').waitFor()
    expect(await page.locator('wx-page').last().textContent()).toContain('NOT_ALLOWED')
    expect(await roster(page).count()).toBe(0)
    expect(asked).toContain('/api/identity')
    expect(asked).not.toContain('/api/roster')
    await page.context().close()
  })

  test.each([
    ['tangmin', ['lead', 'hr', 'others']],
    ['fengxue', ['hr']],
    ['zhangsan', ['lead']],
  ])('rules written as objects in a template show %s the blocks %j', async (userId, blocks) => {
    const page = await open(userId, 'pages/example/example')
    await page.getByText('通知').first().waitFor()
    const shown = await Promise.all(
      ['lead', 'hr', 'others'].map(async (id) => (await page.locator(`#${id}`).count()) > 0 && id),
    )
    expect(shown.filter(Boolean)).toEqual(blocks)
    await page.context().close()
  })
})
