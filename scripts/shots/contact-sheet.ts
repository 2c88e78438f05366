import type { Browser } from 'playwright-core'

export interface Shot {
  caption: string
  /** A PNG. */
  picture: Buffer
  width: number
}

const COLUMN_PX = 250

/** Many pictures on one, a row for each state, as a JPEG small enough to be kept. */
export const contactSheet = async (
  browser: Browser,
  title: string,
  rows: readonly (readonly Shot[])[],
): Promise<Buffer> => {
  const cell = ({ caption, picture }: Shot) =>
    `<figure><img src="data:image/png;base64,${picture.toString('base64')}"><figcaption>${caption}</figcaption></figure>`
  const page = await browser.newPage({
    viewport: { width: 4 * (COLUMN_PX + 20) + 20, height: 800 },
  })
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: 10px; background: #cfd4da; font: 12px/1.4 "Noto Sans CJK SC", sans-serif; color: #14181f }
    h1 { margin: 4px 10px 8px; font-size: 16px }
    section { display: flex; align-items: flex-start }
    figure { width: ${COLUMN_PX}px; margin: 10px }
    img { display: block; width: 100%; border-radius: 10px; box-shadow: 0 2px 8px #0003 }
    figcaption { padding: 4px 2px }
  </style><h1>${title}</h1>${rows.map((row) => `<section>${row.map(cell).join('')}</section>`).join('')}`)
  const sheet = await page.screenshot({ fullPage: true, type: 'jpeg', quality: 72 })
  await page.close()
  return sheet
}
