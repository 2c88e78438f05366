import type { Theme } from './theme'
import { pages } from './pages'

/** What keeps a web page from knowing its visitor. */
export const webPages: Theme = {
  title: { zh: '网页授权与扫码登录', en: 'Web authorization and scan login' },
  entries: [
    {
      errcode: 50001,
      name: 'redirectDomainNotTrusted',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '网页的域名不是这个应用的可信域名，或 token 属于另一应用、通讯录同步助手。',
        en: 'The page’s domain is not trusted by this app, or the token is of another app or of contacts sync.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 网页授权及JS-SDK → 可信域名”填入完全相同的域名（含端口，不含协议和路径），并确认 Secret 来自同一应用。',
        en: 'Enter exactly this domain, with its port and without scheme and path, under Admin console → App Management → Apps → Self-built → the app → Web authorization and JS-SDK → Trusted domain, and make sure that the secret is of the same app.',
      },
      page: pages.domain,
    },
    {
      errcode: 84025,
      name: 'stateInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: 'state 不符合要求，只能是 128 字节以内的字母和数字。',
        en: 'The state is not acceptable: only letters and digits, at most 128 bytes.',
      },
      remedy: {
        zh: '只用字母和数字生成 state。',
        en: 'Make the state of letters and digits only.',
      },
      page: pages.authorize,
    },
    {
      errcode: 84014,
      name: 'userTicketExpired',
      fixer: 'employee',
      retry: 'newCode',
      meaning: {
        zh: '成员票据已过期，它在 1800 秒内有效。',
        en: 'The user ticket has expired; it lives 1800 seconds.',
      },
      remedy: {
        zh: '重新打开授权页面并同意一次。',
        en: 'Open the authorization page again and agree once more.',
      },
      page: pages.getuserdetail,
    },
    {
      errcode: 84015,
      name: 'userTicketInvalid',
      fixer: 'developer',
      retry: 'newCode',
      meaning: { zh: '成员票据无效。', en: 'The user ticket is not valid.' },
      remedy: {
        zh: '使用刚换到的 user_ticket，不要截断，也不要跨应用使用。',
        en: 'Use the user_ticket just received, whole, and with the same app.',
      },
      page: pages.getuserdetail,
    },
    {
      errcode: 84090,
      name: 'userTicketMissing',
      fixer: 'developer',
      retry: 'newCode',
      meaning: { zh: '请求里没有成员票据。', en: 'The request carries no user ticket.' },
      remedy: {
        zh: '授权链接的 scope 要用 snsapi_privateinfo，成员要在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 可见范围”内，并且点了同意。',
        en: 'Use scope snsapi_privateinfo; the member must be inside Admin console → App Management → Apps → Self-built → the app → Visible range, and must have agreed.',
      },
      page: pages.getuserdetail,
    },
    {
      errcode: 41010,
      name: 'urlMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '缺少 url 参数。', en: 'The parameter url is missing.' },
      remedy: {
        zh: '检查授权或签名时是否带上了完整的页面地址。',
        en: 'Check that authorization or signing passes the whole address of the page.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40094,
      name: 'urlInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '地址不正确，要以 http:// 或 https:// 开头。',
        en: 'The address is not valid; it has to begin with http:// or https://.',
      },
      remedy: {
        zh: '补上协议；应用主页在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 应用主页”设置。',
        en: 'Add the scheme; the home page is set under Admin console → App Management → Apps → Self-built → the app → App home page.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40039,
      name: 'urlTooLong',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '地址超过 1024 字节。', en: 'The address is longer than 1024 bytes.' },
      remedy: {
        zh: '缩短回调地址，把数据放到服务器端，用 state 找回。',
        en: 'Shorten the callback address; keep the data on the server and find it by the state.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40057,
      name: 'callbackUrlInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '接收消息的地址没有通过验证：回应不对、签名不对，或超过 1 秒。',
        en: 'The callback address did not pass its check: wrong answer, wrong signature, or slower than a second.',
      },
      remedy: {
        zh: '核对“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 接收消息 → 设置API接收”中的 URL、Token 与 EncodingAESKey 和部署一致，然后重新保存。',
        en: 'Make URL, Token and EncodingAESKey under Admin console → App Management → Apps → Self-built → the app → Receive messages → Set API receiving agree with the deployment, then save again.',
      },
      page: pages.callback,
    },
    {
      errcode: 43012,
      name: 'callbackUrlRequired',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '应用需要先配置接收消息的地址。',
        en: 'The app needs a callback address first.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 接收消息 → 设置API接收”填写 URL、Token 与 EncodingAESKey。',
        en: 'Enter URL, Token and EncodingAESKey under Admin console → App Management → Apps → Self-built → the app → Receive messages → Set API receiving.',
      },
      page: pages.callback,
    },
    {
      errcode: 60140,
      name: 'responseCodeInvalid',
      fixer: 'developer',
      retry: 'newCode',
      meaning: {
        zh: 'response_code 无效，可能已过期。',
        en: 'The response_code is not valid; it may have expired.',
      },
      remedy: {
        zh: '使用最近一次回调给出的 response_code。',
        en: 'Use the one of the latest callback.',
      },
      page: pages.errcodes,
    },
  ],
}
