/** The example of docs/automation.md, as it stands there but for the port. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import type { Stack } from '../../scripts/stack'
import { inRoot } from '../../scripts/paths'
import { openPhone } from '../simulator/phone/browser'
import { describeInChromium, launchChromium } from '../support/chromium'
import { startTestStack } from '../support/stack'

jest.setTimeout(60_000)

const page = readFileSync(inRoot('docs', 'automation.md'), 'utf8')
const [, example = ''] = /```js\n([^]+?)```/.exec(page) ?? []

const run = (script: string) =>
  new Promise<string>((resolve) => {
    const child = spawn(process.execPath, ['--input-type=commonjs'], { cwd: inRoot() })
    let printed = ''
    child.stdout.on('data', (chunk) => (printed += String(chunk)))
    child.stderr.on('data', (chunk) => (printed += String(chunk)))
    child.on('close', () => resolve(printed))
    child.stdin.end(`(async () => {${script}})()`)
  })

describeInChromium('docs/automation.md', () => {
  let browser: Browser
  let stack: Stack
  beforeAll(async () => {
    browser = await launchChromium()
    stack = await startTestStack({ automation: { port: 0 } })
  })
  afterAll(async () => {
    await browser?.close()
    await stack?.close()
  })

  const openAlone = async (page: Page) => openPhone(page, `${stack.url}/phone`)
  const openFramed = async (page: Page) => void (await page.goto(stack.url))

  test.each([
    ['alone in its window', openAlone],
    ['on the start page', openFramed],
  ])('shows how a phone is driven that is %s', async (_, open) => {
    await open(await browser.newPage())
    const printed = await run(example.replace('ws://127.0.0.1:9420', stack.wsEndpoint ?? ''))
    expect(printed).toMatch(/^pages\/badge\/badge .*张三/s)
  })
})
