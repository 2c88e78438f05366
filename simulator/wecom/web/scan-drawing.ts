import { createHash } from 'node:crypto'
import { html, type Html } from './html'

/** Squares on a side. */
export const scanSize = 25
const finder = 7

/** What looks like a QR code and is none: there is nothing that a camera could read. */
export const scanDrawing = (seed: string): Html =>
  html`<svg class="drawing" viewBox="-1 -1 ${scanSize + 2} ${scanSize + 2}" aria-hidden="true">
    <path d="${scanPath(seed)}" />
  </svg>`

/** Its dark squares, as the path of an svg. */
export const scanPath = (seed: string): string => {
  const bits = bitsOf(seed)
  const squares: string[] = []
  for (let y = 0; y < scanSize; y += 1) {
    for (let x = 0; x < scanSize; x += 1) {
      const corner = cornerDepth(x, y)
      const isDark = corner === undefined ? bits(y * scanSize + x) : corner !== 1 && corner < 4
      if (isDark) squares.push(`M${x} ${y}h1v1h-1z`)
    }
  }
  return squares.join('')
}

/** How deep a square lies in one of the three corner marks, 4 for the margin around it. */
const cornerDepth = (x: number, y: number): number | undefined => {
  const corners = [
    [0, 0],
    [scanSize - finder, 0],
    [0, scanSize - finder],
  ] as const
  for (const [left, top] of corners) {
    const [dx, dy] = [x - left, y - top]
    if (dx >= -1 && dy >= -1 && dx <= finder && dy <= finder) {
      const depth = Math.min(dx, dy, finder - 1 - dx, finder - 1 - dy)
      return depth < 0 ? 4 : depth
    }
  }
  return undefined
}

const bitsOf = (seed: string) => {
  const bytes = Buffer.concat(
    [0, 1, 2].map((part) => createHash('sha256').update(`${part} ${seed}`).digest()),
  )
  return (index: number) => (((bytes[(index >> 3) % bytes.length] ?? 0) >> (index & 7)) & 1) === 1
}
