import type { Theme } from './theme'
import { pages } from './pages'

/** What becomes of a code that cannot be exchanged, and of second factors. */
export const signInCodes: Theme = {
  title: { zh: '登录凭证 code', en: 'Codes of a sign-in' },
  entries: [
    {
      errcode: 40029,
      name: 'codeInvalid',
      fixer: 'employee',
      retry: 'newCode',
      meaning: {
        zh: 'code 无效：已用过、超过 5 分钟，或是为另一应用、另一平台（例如 wx.login）签发的。',
        en: 'The code is not valid: used before, older than 5 minutes, or issued for another app or platform, such as by wx.login.',
      },
      remedy: {
        zh: '重新打开页面即可获得新的 code。每次都失败时，开发者检查：企业微信内用 wx.qy.login，code 只换一次，开发者工具选对了企业与小程序。',
        en: 'Open the page again to get a new one. If it always fails, the developer checks that it comes from wx.qy.login inside WeCom, is exchanged once, and that DevTools uses the right corp and mini program.',
      },
      page: pages.jscode2session,
    },
    {
      errcode: 42003,
      name: 'codeExpired',
      fixer: 'employee',
      retry: 'newCode',
      meaning: {
        zh: 'code 已过期，它只在 5 分钟内有效。',
        en: 'The code has expired; it lives 5 minutes.',
      },
      remedy: { zh: '重新打开页面。', en: 'Open the page again.' },
      page: pages.errcodes,
    },
    {
      errcode: 42022,
      name: 'codeUsed',
      fixer: 'employee',
      retry: 'newCode',
      meaning: {
        zh: 'code 已被使用过，常见原因是重复提交。',
        en: 'The code was used before, often because it was submitted twice.',
      },
      remedy: {
        zh: '重新打开页面；经常出现时，开发者检查同一 code 是否被换了两次。',
        en: 'Open the page again. If it happens often, the developer looks for a code that is exchanged twice.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 41008,
      name: 'authCodeMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '请求里没有 code。', en: 'The request carries no code.' },
      remedy: {
        zh: '检查回调地址是否带上了 code，代理或路由是否丢掉了查询串。',
        en: 'Check that the callback has its code, and that no proxy or router drops the query string.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40078,
      name: 'authCodeParameterInvalid',
      fixer: 'employee',
      retry: 'newCode',
      meaning: {
        zh: 'auth_code 无效，它只能使用一次。',
        en: 'The auth_code is not valid; it can be used once.',
      },
      remedy: { zh: '重新登录以获得新的 auth_code。', en: 'Sign in again to get a new one.' },
      page: pages.errcodes,
    },
    {
      errcode: 42013,
      name: 'miniProgramSessionEnded',
      fixer: 'employee',
      retry: 'newCode',
      meaning: {
        zh: '小程序没有登录，或登录状态已过期。',
        en: 'The mini program is not signed in, or its sign-in has ended.',
      },
      remedy: {
        zh: '重新打开小程序，它会再次调用 wx.qy.login。',
        en: 'Open the mini program again; it calls wx.qy.login once more.',
      },
      page: pages.jscode2session,
    },
    {
      errcode: 43016,
      name: 'openDataNotSignedIn',
      fixer: 'employee',
      retry: 'newCode',
      meaning: {
        zh: '没有取得用户的登录信息，无法显示通讯录内容组件。',
        en: 'The visitor is not signed in, so the contacts component shows nothing.',
      },
      remedy: {
        zh: '先完成登录，再打开使用通讯录组件的页面。',
        en: 'Sign in first, then open the page with the contacts component.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 43017,
      name: 'openDataCheckFailed',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '通讯录内容组件的请求没有通过校验。',
        en: 'A request of the contacts component did not pass its check.',
      },
      remedy: {
        zh: '检查页面的 JS-SDK 签名和应用身份是否属于同一应用。',
        en: 'Check that signature and identity of the page belong to the same app.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40205,
      name: 'wechatTicketExpired',
      fixer: 'employee',
      retry: 'never',
      meaning: {
        zh: '成员的微信授权已过期：一年内没有用微信登录过企业微信。',
        en: 'The member’s WeChat authorization has ended: no sign-in to WeCom with WeChat for a year.',
      },
      remedy: {
        zh: '请本人用微信登录一次企业微信。',
        en: 'The member signs in to WeCom with WeChat once.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40207,
      name: 'secondFactorCodeInvalid',
      fixer: 'employee',
      retry: 'newCode',
      meaning: {
        zh: '二次验证的 tfa_code 无效。',
        en: 'The tfa_code of the second factor is not valid.',
      },
      remedy: { zh: '重新进行二次验证。', en: 'Go through the second factor again.' },
      page: pages.errcodes,
    },
    {
      errcode: 40208,
      name: 'secondFactorNotNeeded',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '该成员不在二次验证的生效范围内。',
        en: 'The member is outside the range of the second factor.',
      },
      remedy: {
        zh: '在“管理后台 → 安全与管理 → 安全管理 → 二次验证”调整生效范围。',
        en: 'Change its range under Admin console → Security and Management → Security → Two-factor verification.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40209,
      name: 'secondFactorDomainMismatch',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '授权跳转的域名与二次验证配置的域名不同。',
        en: 'The domain of the redirect is not the one configured for the second factor.',
      },
      remedy: {
        zh: '在“管理后台 → 安全与管理 → 安全管理 → 二次验证”核对验证页面的域名。',
        en: 'Compare the domain of the page under Admin console → Security and Management → Security → Two-factor verification.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40210,
      name: 'secondFactorPageMissing',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '没有配置二次验证的页面地址。',
        en: 'No page is configured for the second factor.',
      },
      remedy: {
        zh: '在“管理后台 → 安全与管理 → 安全管理 → 二次验证”填写验证页面地址。',
        en: 'Enter one under Admin console → Security and Management → Security → Two-factor verification.',
      },
      page: pages.errcodes,
    },
  ],
}
