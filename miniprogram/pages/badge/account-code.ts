import { renderSVG } from '../../vendor/qr-code'

/**
 * A picture of a QR code that holds just the user id, drawn on the phone. Black on white in any theme,
 * with the quiet zone that scanners want; `image` takes SVG: https://developers.weixin.qq.com/miniprogram/dev/component/image.html
 */
export function accountCode(userId: string): string {
  return `data:image/svg+xml,${encodeURIComponent(renderSVG(userId, { ecc: 'M', border: 2 }))}`
}
