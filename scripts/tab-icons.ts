// npm run tab-icons: draws the pictures of the tab bar, which WeChat takes as PNG only.
// https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#tabBar
import { mkdirSync, writeFileSync } from 'node:fs'
import { chromium, type Page } from 'playwright-core'
import { chromiumPath } from './debian'
import { oneColourPng } from './one-colour-png'
import { inRoot } from './paths'

/** The side that WeChat recommends, in pixels. */
const SIDE = 81

/** By the end of the name. Each is seen well on the light bar and on the dark one: half the bytes of two sets. */
const COLOURS = { '': '#788292', '-selected': '#3f7cf0' }

/** Lines on a field of 24 by 24; what is filled takes part of the colour. */
const DRAWINGS = {
  badge:
    '<rect x="4.5" y="3.5" width="15" height="17" rx="3.2"/><path d="M9.8 6.4h4.4"/><circle cx="12" cy="11.6" r="2.1"/><path d="M8.4 17.2c.5-1.7 1.9-2.5 3.6-2.5s3.1.8 3.6 2.5"/>',
  workbench:
    '<rect x="4" y="4" width="6.6" height="6.6" rx="1.9"/><rect x="13.4" y="4" width="6.6" height="6.6" rx="1.9"/><rect x="4" y="13.4" width="6.6" height="6.6" rx="1.9"/><rect x="13.4" y="13.4" width="6.6" height="6.6" rx="1.9"/>',
  me: '<circle cx="12" cy="8.2" r="3.9"/><path d="M4.6 20c.6-3.9 3.6-5.9 7.4-5.9s6.8 2 7.4 5.9"/>',
}

const svg = (lines: string, isFilled: boolean): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 24 24" fill="${isFilled ? '#00000033' : 'none'}" stroke="#000" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round">${lines}</svg>`

/** How strong the drawing is at each pixel, 0 to 255. */
const alphasOf = (page: Page, drawing: string): Promise<number[]> =>
  page.evaluate(`(async () => {
    const image = new Image()
    image.src = ${JSON.stringify(`data:image/svg+xml,${encodeURIComponent(drawing)}`)}
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = ${SIDE}
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const { data } = context.getImageData(0, 0, ${SIDE}, ${SIDE})
    return Array.from(data).filter((_, index) => index % 4 === 3)
  })()`)

const run = async () => {
  const folder = inRoot('miniprogram', 'images', 'tabs')
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] })
  const page = await browser.newPage()
  for (const [name, lines] of Object.entries(DRAWINGS)) {
    for (const [suffix, colour] of Object.entries(COLOURS)) {
      const alphas = await alphasOf(page, svg(lines, suffix !== ''))
      writeFileSync(`${folder}/${name}${suffix}.png`, oneColourPng(colour, SIDE, alphas))
    }
  }
  await browser.close()
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
