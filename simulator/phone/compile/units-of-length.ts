/**
 * Lengths of WXSS in terms of the page view, which is a size container in the phone:
 * 750rpx, 100vw and 100% of its width are one and the same, and 100vh ends at the tab bar.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxss.html
 */
const RPX_PER_PAGE = 750

const LENGTH = /(?<![\w.#-])(-?(?:\d+\.?\d*|\.\d+))(rpx|vw|vh|vmin|vmax)\b/gi

/** Rewrites the lengths of one declaration's value, or of a style attribute. */
export function rewriteLengths(value: string): string {
  return value.replace(LENGTH, (_, number: string, unit: string) => {
    const lower = unit.toLowerCase()
    // The division is the browser's: a rounded percentage would be a fraction of a pixel off.
    if (lower === 'rpx') return `calc(100cqw * ${number} / ${RPX_PER_PAGE})`
    return number + lower.replace('v', 'cq')
  })
}

/** The width of a mini program is 375 points in media queries, whatever the phone. */
export function rewriteMediaLengths(params: string): string {
  return params.replace(LENGTH, (whole, number: string, unit: string) =>
    unit.toLowerCase() === 'rpx' ? `${Number(number) / 2}px` : whole,
  )
}
