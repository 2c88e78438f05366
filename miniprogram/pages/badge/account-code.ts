import { correction, generate } from '../../vendor/qr-code'

/** Light modules around a code. The standard asks for four: two are drawn, the ground on the card adds the rest. */
const QUIET = 2

/**
 * A picture of a QR code that holds just the user id, drawn on the phone. Black on white in any theme, as
 * scanners want it; `image` takes SVG: https://developers.weixin.qq.com/miniprogram/dev/component/image.html
 */
export function accountCode(userId: string): string {
  const code = generate(userId, { minCorrectionLevel: correction.M })
  const lines: string[] = []
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) lines.push(`M${x} ${y}h1v1h-1z`)
    }
  }
  const side = code.size + 2 * QUIET
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-QUIET} ${-QUIET} ${side} ${side}">` +
    `<rect x="${-QUIET}" y="${-QUIET}" width="${side}" height="${side}" fill="#fff"/>` +
    `<path d="${lines.join('')}" shape-rendering="crispEdges"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
