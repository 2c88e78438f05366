import { checkedState } from './state'

export interface AuthorizeOptions {
  corpId: string
  agentId: number
  /** Absolute; its host and port must be the app's 可信域名 to the letter. */
  redirectUri: string
  /** `snsapi_base` asks nobody; `snsapi_privateinfo` asks the member, and gives a user ticket. */
  scope: 'snsapi_base' | 'snsapi_privateinfo'
  /** 1 to 128 letters and digits. */
  state: string
}

/**
 * 网页授权链接: where a page inside WeCom sends its visitor to be known. WeCom comes back to
 * `redirectUri?code=…&state=…`. The order of the parameters is that of the documentation.
 * https://developer.work.weixin.qq.com/document/path/91022
 *
 * @param base Such as `https://open.weixin.qq.com`.
 */
export const authorizeUrl = (base: string, options: AuthorizeOptions): string => {
  const { corpId, agentId, redirectUri, scope, state } = options
  const parameters = [
    `appid=${encodeURIComponent(corpId)}`,
    `redirect_uri=${encodeURIComponent(redirectUri)}`,
    'response_type=code',
    `scope=${scope}`,
    `state=${checkedState(state)}`,
    `agentid=${agentId}`,
  ]
  return `${base}/connect/oauth2/authorize?${parameters.join('&')}#wechat_redirect`
}
