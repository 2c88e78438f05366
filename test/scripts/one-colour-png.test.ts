import { inflateSync } from 'node:zlib'
import { oneColourPng } from '../../scripts/one-colour-png'
import { describeInChromium, launchChromium } from '../support/chromium'

const side = 3
const alphas = [0, 255, 128, 17, 34, 51, 238, 0, 255]

describe('a picture of one colour', () => {
  test('holds the strength of each pixel in four bits', () => {
    const picture = oneColourPng('#1f5ad8', side, alphas)
    const at = picture.indexOf('IDAT') + 4
    const rows = inflateSync(picture.subarray(at, at + picture.readUInt32BE(at - 8)))
    expect([...rows]).toEqual([0, 0x0f, 0x80, 0, 0x12, 0x30, 0, 0xe0, 0xf0])
  })
})

describeInChromium('the same in a browser', () => {
  test('is the colour, as strong as it was', async () => {
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      const source = `data:image/png;base64,${oneColourPng('#1f5ad8', side, alphas).toString('base64')}`
      const pixels = await page.evaluate(async (address) => {
        const image = new Image()
        image.src = address
        await image.decode()
        const canvas = document.createElement('canvas')
        canvas.width = canvas.height = 3
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0)
        return Array.from(context?.getImageData(0, 0, 3, 3).data ?? [])
      }, source)
      expect(pixels.slice(4, 8)).toEqual([0x1f, 0x5a, 0xd8, 255])
      expect(pixels.filter((_, index) => index % 4 === 3)).toEqual([
        0, 255, 136, 17, 34, 51, 238, 0, 255,
      ])
    } finally {
      await browser.close()
    }
  })
})
