import type { Settings } from '../settings'

/** The mini program as WeChat knows it. */
export interface MiniprogramSettings {
  /** Without it, nothing that WeCom encrypts for this mini program is opened. */
  appId: string | undefined
}

export const readMiniprogram = (settings: Settings): MiniprogramSettings => ({
  appId: settings.parsed('MINIPROGRAM_APP_ID', readAppId, ''),
})

const readAppId = (text: string): string | undefined => {
  if (text === '') return undefined
  if (!/^wx\w{16}$/.test(text)) throw new Error('is not wx and 16 more')
  return text
}
