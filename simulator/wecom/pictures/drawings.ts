import type { Member } from '../company/company'
import { html, type Html } from '../web/html'
import { scanPath, scanSize } from '../web/scan-drawing'
import { hueOf, nameMark } from './name-mark'

const xmlns = 'http://www.w3.org/2000/svg'

/** A square with a person's name, as large as `pixels` when nothing else says how large. */
export const portrait = ({ name, userId }: Member, pixels: number): Html =>
  html`<svg xmlns="${xmlns}" width="${pixels}" height="${pixels}" viewBox="0 0 64 64">
    <rect width="64" height="64" fill="hsl(${hueOf(userId)} 42% 46%)" />
    <text
      x="32"
      y="33"
      font-family="PingFang SC, Noto Sans CJK SC, Microsoft YaHei, sans-serif"
      font-size="22"
      fill="#fff"
      text-anchor="middle"
      dominant-baseline="central"
    >
      ${nameMark(name)}
    </text>
  </svg>`

/** What looks like somebody's QR code and is none, on white, with the quiet zone that a real one has. */
export const qrDrawing = ({ userId }: Member, pixels: number): Html => {
  const margin = 4
  const side = scanSize + 2 * margin
  return html`<svg
    xmlns="${xmlns}"
    width="${pixels}"
    height="${pixels}"
    viewBox="${-margin} ${-margin} ${side} ${side}"
    shape-rendering="crispEdges"
  >
    <rect x="${-margin}" y="${-margin}" width="${side}" height="${side}" fill="#fff" />
    <path d="${scanPath(userId)}" />
  </svg>`
}
