import type { Settings } from '../settings'

/** How a function reaches WeCom; only those that must ask it hold the secret. */
export interface WecomSettings {
  corpSecret: string
  apiBase: string
  proxy: string | undefined
}

export const readWecom = (settings: Settings): WecomSettings => ({
  corpSecret: settings.text('WECOM_CORP_SECRET', /^[\w-]{1,128}$/),
  apiBase: settings.origin('WECOM_API_BASE', 'https://qyapi.weixin.qq.com'),
  proxy: settings.parsed('WECOM_PROXY', readProxy, ''),
})

const readProxy = (text: string): string | undefined => {
  if (text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:') throw new Error('is not of the form http://host:port')
  return text
}
