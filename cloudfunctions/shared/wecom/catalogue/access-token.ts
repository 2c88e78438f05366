import type { Theme } from './theme'
import { pages } from './pages'

/** What a call says about the token that it carried. */
export const accessTokens: Theme = {
  title: { zh: 'access_token', en: 'The access_token' },
  entries: [
    {
      errcode: 40014,
      name: 'accessTokenInvalid',
      fixer: 'developer',
      retry: 'newToken',
      meaning: {
        zh: 'access_token 无效：已失效、被截断，或属于另一类应用（小程序登录必须用已关联小程序的应用的 token）。',
        en: 'The access_token is not valid: ended, garbled, or of another kind of app; mini program sign-in needs the token of the app that the mini program is linked to.',
      },
      remedy: {
        zh: '换一个新的 token 再试一次；仍被拒绝时，核对 Secret 是否来自关联了小程序的应用：“管理后台 → 应用管理 → 应用 → 自建 → 该应用”。',
        en: 'Get a new one and try once more. If that is refused too, check that the secret is of the app that the mini program is linked to: Admin console → App Management → Apps → Self-built → the app.',
      },
      page: pages.gettoken,
    },
    {
      errcode: 42001,
      name: 'accessTokenExpired',
      fixer: 'developer',
      retry: 'newToken',
      meaning: { zh: 'access_token 已过期。', en: 'The access_token has expired.' },
      remedy: {
        zh: '换一个新的 token 再试一次；经常出现时检查服务器时钟。',
        en: 'Get a new one and try once more. If this happens often, check the clock of the server.',
      },
      page: pages.gettoken,
    },
    {
      errcode: 41001,
      name: 'accessTokenMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '请求里没有 access_token，常见原因是放进了请求体。',
        en: 'The request carries no access_token; often it was put into the body.',
      },
      remedy: {
        zh: '把 access_token 放在查询串里。',
        en: 'Put the access_token into the query string.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 301002,
      name: 'tokenOfAnotherApp',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '这个 access_token 无权操作该应用：token 与 AgentId 属于两个应用。',
        en: 'This token has no right on that app: token and agent id belong to two apps.',
      },
      remedy: {
        zh: '让 AgentId 与 Secret 取自同一个应用：“管理后台 → 应用管理 → 应用 → 自建 → 该应用”。',
        en: 'Take agent id and secret from the same app: Admin console → App Management → Apps → Self-built → the app.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 92003,
      name: 'crossAppCall',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '不允许跨应用调用。', en: 'A call across apps is not allowed.' },
      remedy: {
        zh: '用发出请求的那个应用的 Secret 换取 token：“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → Secret”。',
        en: 'Use the token of the very app that the request is about: Admin console → App Management → Apps → Self-built → the app → Secret.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40082,
      name: 'suiteAccessTokenInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: 'suite_access_token 无效；自建应用不使用它。',
        en: 'The suite_access_token is not valid; a self-built app has no use for one.',
      },
      remedy: {
        zh: '自建应用请改用 gettoken 得到的 access_token，不要混用服务商的 token。',
        en: 'A self-built app calls with the access_token of gettoken; do not mix in a provider’s token.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 42009,
      name: 'suiteAccessTokenExpired',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: 'suite_access_token 已过期；自建应用不使用它。',
        en: 'The suite_access_token has expired; a self-built app has no use for one.',
      },
      remedy: {
        zh: '自建应用请改用 gettoken 得到的 access_token。',
        en: 'A self-built app calls with the access_token of gettoken.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 41022,
      name: 'suiteAccessTokenMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '缺少 suite_access_token：调用了服务商接口。',
        en: 'The suite_access_token is missing: a provider’s API was called.',
      },
      remedy: {
        zh: '检查接口路径，自建应用不应调用 /cgi-bin/service/ 下的接口。',
        en: 'Check the path: a self-built app calls nothing under /cgi-bin/service/.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 48003,
      name: 'suiteIdInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: 'suite_id 与 suite_access_token 不对应。',
        en: 'The suite id does not go with the suite_access_token.',
      },
      remedy: {
        zh: '自建应用不涉及套件；服务商请用同一套件的 ID 换取 token。',
        en: 'A self-built app has no suite; a provider gets the token with the id of the same suite.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40084,
      name: 'permanentCodeInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '服务商的永久授权码无效。',
        en: 'The provider’s permanent code is not valid.',
      },
      remedy: {
        zh: '自建应用不使用永久授权码；代开发应用请核对它是否被当作 Secret 正确配置。',
        en: 'A self-built app has no permanent code; for an app developed by a provider check that it is configured as the secret.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 48010,
      name: 'tlsTooOld',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '连接使用的 TLS 版本过低。',
        en: 'The connection uses a TLS version that is too old.',
      },
      remedy: {
        zh: '升级运行环境或出口代理，使其支持 TLS 1.2 以上。',
        en: 'Upgrade the runtime or the outgoing proxy to TLS 1.2 or newer.',
      },
      page: pages.errcodes,
    },
  ],
}
