// npm run docs:shots: the pictures of the READMEs, taken from what really runs.
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { seedCompany } from '../simulator/wecom/wecom'
import { chromiumPath } from './debian'
import { buildFunctions } from './functions'
import { inRoot } from './paths'
import { startStack } from './stack'

const shots = [
  { file: 'start.png', path: '/?as=zhangsan&host=wecom', ready: 'text=user/get' },
  {
    file: 'start-en.png',
    path: '/?as=david.miller&host=wecom&ui=en&lang=en',
    ready: 'text=user/get',
  },
]

const run = async () => {
  mkdirSync(inRoot('docs', 'shots'), { recursive: true })
  await buildFunctions()
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
  for (const { file, path, ready } of shots) {
    // A fresh stack each time: the picture shows a cold start, with its gettoken.
    const stack = await startStack({ port: 0, company: seedCompany() })
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 1.5,
    })
    await page.goto(stack.url + path)
    await page.waitForSelector(ready)
    await page.frameLocator('iframe').locator('text=/刚刚|just now/').first().waitFor()
    await page.screenshot({ path: inRoot('docs', 'shots', file) })
    await page.close()
    await stack.close()
    console.log(`docs/shots/${file}`)
  }
  await browser.close()
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
