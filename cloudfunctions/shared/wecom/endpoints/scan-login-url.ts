import { checkedState } from './state'

export interface ScanLoginOptions {
  corpId: string
  agentId: number
  /** Absolute; on the app's 可信域名 or its 授权登录回调域. */
  redirectUri: string
  /** 1 to 128 letters and digits. */
  state: string
  /** Of WeCom's page. */
  language: 'zh' | 'en'
}

/**
 * 企业微信扫码登录: where a desktop browser sends its visitor. Comes back with a code for
 * auth/getuserinfo, and with `state` alone when the visitor refused.
 * https://developer.work.weixin.qq.com/document/path/98152
 *
 * @param base Such as `https://login.work.weixin.qq.com`.
 */
export const scanLoginUrl = (base: string, options: ScanLoginOptions): string => {
  const { corpId, agentId, redirectUri, state, language } = options
  const parameters = [
    'login_type=CorpApp',
    `appid=${encodeURIComponent(corpId)}`,
    `agentid=${agentId}`,
    `redirect_uri=${encodeURIComponent(redirectUri)}`,
    `state=${checkedState(state)}`,
    `lang=${language}`,
  ]
  return `${base}/wwlogin/sso/login?${parameters.join('&')}`
}
