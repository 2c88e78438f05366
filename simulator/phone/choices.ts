/** What may be chosen for a phone besides its person: by its address, and on the start page. */

/** How the phone reaches the world. */
export type Net = 'wifi' | '3g' | '2g' | 'offline'

export interface Line {
  net: Net
  /** What wx.getNetworkType says. */
  networkType: string
  /** Milliseconds before the first byte of an answer comes. */
  roundTripMs: number
  /** Of an answer; Infinity takes no time. */
  bytesPerSecond: number
}

/** 3G and 2G are the profiles of that name of https://github.com/WPO-Foundation/webpagetest. */
export const LINES: Readonly<Record<Net, Line>> = {
  wifi: { net: 'wifi', networkType: 'wifi', roundTripMs: 0, bytesPerSecond: Infinity },
  '3g': { net: '3g', networkType: '3g', roundTripMs: 300, bytesPerSecond: 1_600_000 / 8 },
  '2g': { net: '2g', networkType: '2g', roundTripMs: 800, bytesPerSecond: 280_000 / 8 },
  offline: { net: 'offline', networkType: 'none', roundTripMs: 0, bytesPerSecond: 0 },
}

/** A screen that a mini program is shown on; lengths in points. */
export interface Device {
  width: number
  height: number
  pixelRatio: number
  statusBarHeight: number
  /** Of the strip at the bottom that a finger swipes to leave. */
  homeHeight: number
  /** What the client says that it runs on. */
  system: { brand: string; model: string; system: string; platform: string }
}

const iPhone = (model: string) => ({
  brand: 'iPhone',
  model,
  system: 'iOS 17.5.1',
  platform: 'ios',
})

/** The phone that is drawn where nothing else was chosen. */
export const USUAL_DEVICE: Device = {
  width: 390,
  height: 844,
  pixelRatio: 3,
  statusBarHeight: 47,
  homeHeight: 34,
  system: iPhone('iPhone 14'),
}

const shortPhone = { pixelRatio: 2, statusBarHeight: 20, homeHeight: 0 }

export const DEVICES: readonly Device[] = [
  { ...shortPhone, width: 320, height: 568, system: iPhone('iPhone SE') },
  { ...shortPhone, width: 375, height: 667, system: iPhone('iPhone SE (3rd generation)') },
  USUAL_DEVICE,
  {
    width: 430,
    height: 932,
    pixelRatio: 3,
    statusBarHeight: 59,
    homeHeight: 34,
    system: iPhone('iPhone 14 Pro Max'),
  },
  {
    // A window of the client on a desktop.
    width: 768,
    height: 800,
    pixelRatio: 1,
    statusBarHeight: 0,
    homeHeight: 0,
    system: {
      brand: 'microsoft',
      model: 'microsoft',
      system: 'Windows 10 x64',
      platform: 'windows',
    },
  },
]

/** Of a width that was not chosen from the list, the usual one. */
export function deviceOf(width: number): Device {
  return DEVICES.find((device) => device.width === width) ?? USUAL_DEVICE
}

export const isDesktop = ({ system }: Device): boolean => system.platform === 'windows'

/**
 * Sizes of text on a phone of this width, in points: the smaller one, the standard, three of the five
 * larger ones; the last is that of 关怀模式.
 * https://developers.weixin.qq.com/miniprogram/design/elderly.html
 */
export const FONT_SIZES = [16, 17, 19.5, 22, 23.8] as const
export const STANDARD_FONT_SIZE = 17

const FONT_LIMITS = { least: 12, most: 26 }

export function readNet(query: URLSearchParams): Net {
  const net = query.get('net') ?? ''
  return Object.hasOwn(LINES, net) ? (net as Net) : 'wifi'
}

/** One of the widths above; 0 for as wide as the window. */
export function readWidth(query: URLSearchParams): number {
  const width = Number(query.get('width'))
  return DEVICES.some((device) => device.width === width) ? width : 0
}

export function readFontSize(query: URLSearchParams): number {
  const size = Number(query.get('font') ?? STANDARD_FONT_SIZE)
  return size >= FONT_LIMITS.least && size <= FONT_LIMITS.most ? size : STANDARD_FONT_SIZE
}
