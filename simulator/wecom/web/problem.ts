import type { Language } from './words'

/** What a person reads on the page, and what the developer can do about it. */
type Texts = Record<Language, { title: string; remedy: string }>

/** Every reason why a page ends in an error: a closed list. */
export const pageProblems = {
  APPID: {
    zh: { title: 'appid参数错误', remedy: 'appid 应为企业 ID（corpid），不是小程序 AppID。' },
    en: { title: 'Invalid appid', remedy: 'appid is the corpid, not the AppID of a mini program.' },
  },
  AGENTID: {
    zh: { title: 'agentid参数错误', remedy: 'agentid 应为这个企业里一个应用的 AgentId。' },
    en: { title: 'Invalid agentid', remedy: 'agentid must be that of an app of this corp.' },
  },
  RESPONSE_TYPE: {
    zh: { title: 'response_type参数错误', remedy: 'response_type 固定为 code。' },
    en: { title: 'Invalid response_type', remedy: 'response_type is always "code".' },
  },
  SCOPE: {
    zh: { title: 'scope参数错误', remedy: 'scope 应为 snsapi_base 或 snsapi_privateinfo。' },
    en: { title: 'Invalid scope', remedy: 'scope is snsapi_base or snsapi_privateinfo.' },
  },
  STATE: {
    zh: {
      title: 'state参数错误',
      remedy:
        'state 只能是 a-zA-Z0-9，最长 128 字节（84025）；#wechat_redirect 要放在最后，不要编码。',
    },
    en: {
      title: 'Invalid state',
      remedy:
        'state is a-zA-Z0-9, at most 128 bytes (84025); #wechat_redirect comes last and is not encoded.',
    },
  },
  REDIRECT_URI: {
    zh: {
      title: 'redirect_uri参数错误',
      remedy: '域名和端口必须与这个应用的可信域名完全一致，redirect_uri 要经过 URL 编码。',
    },
    en: {
      title: 'Invalid redirect_uri',
      remedy:
        'Its host and port must be a trusted domain (可信域名) of this very app, and it must be URL-encoded.',
    },
  },
  LOGIN_TYPE: {
    zh: { title: 'login_type参数错误', remedy: '自建应用的 login_type 为 CorpApp。' },
    en: { title: 'Invalid login_type', remedy: "login_type is CorpApp for a corp's own app." },
  },
  APP_DISABLED: {
    zh: { title: '应用已停用', remedy: '请在管理后台启用这个应用。' },
    en: { title: 'The app is disabled', remedy: 'Enable it in the admin console.' },
  },
  NOT_VISIBLE: {
    zh: { title: '无权限访问', remedy: '此人不在应用的可见范围内，请在管理后台调整可见范围。' },
    en: {
      title: 'No permission',
      remedy: 'This person is outside the visible range (可见范围) of the app.',
    },
  },
  NOT_IN_WECOM: {
    zh: {
      title: '请在企业微信客户端打开链接',
      remedy: '网页授权只在企业微信里有效；电脑浏览器请用扫码登录。',
    },
    en: {
      title: 'Open this link in the WeCom client',
      remedy: 'This link works inside WeCom; in a browser on a computer use the scan login.',
    },
  },
  NOBODY: {
    zh: { title: '没有这个人', remedy: '请核对 as：账号，或 企业 ID/账号。' },
    en: { title: 'There is no such person', remedy: 'Check "as": a userid, or corpid/userid.' },
  },
  ENTRY: {
    zh: { title: 'entry参数错误', remedy: 'entry 应为 workbench、menu 或 message。' },
    en: { title: 'Invalid entry', remedy: 'entry is workbench, menu or message.' },
  },
  TO: {
    zh: { title: 'to参数错误', remedy: 'to 应为完整的 http 或 https 地址。' },
    en: { title: 'Invalid to', remedy: 'to must be a complete http or https address.' },
  },
} satisfies Record<string, Texts>

export type PageProblem = keyof typeof pageProblems

/** A page that ends in an error. `why` is for the developer, and names no secret and no query. */
export class PageFault extends Error {
  override readonly name = 'PageFault'

  constructor(
    readonly problem: PageProblem,
    readonly why: string,
    /** A number that the documents give this error, or that of the login panel. */
    readonly errcode?: number,
  ) {
    super(`${problem}: ${why}`)
  }
}
