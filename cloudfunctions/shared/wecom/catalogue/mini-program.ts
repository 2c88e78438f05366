import type { Theme } from './theme'
import { pages } from './pages'

/** How the mini program belongs to the corp. */
export const miniProgram: Theme = {
  title: { zh: '小程序与企业的关联', en: 'The mini program and the corp' },
  entries: [
    {
      errcode: 90200,
      name: 'miniProgramAppIdMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '缺少小程序的 AppID。', en: 'The AppID of the mini program is missing.' },
      remedy: {
        zh: '在请求里带上小程序的 AppID，它在“mp.weixin.qq.com → 开发管理 → 开发设置”。',
        en: 'Send the AppID; it is found under mp.weixin.qq.com → Development → Settings.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 90206,
      name: 'miniProgramNotLinked',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '小程序没有关联到这个企业。',
        en: 'The mini program is not linked to this corp.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 创建应用 → 关联小程序”扫码关联，再改用关联后应用的 AgentId 与 Secret；或改用已关联小程序的应用的 Secret。',
        en: 'Link it under Admin console → App Management → Create app → Link mini program, then use agent id and secret of the app that this makes; or use the secret of the app that it is already linked to.',
      },
      page: pages.link,
    },
    {
      errcode: 90207,
      name: 'miniProgramAppIdInvalid',
      fixer: 'administrator',
      retry: 'never',
      meaning: { zh: '小程序的 AppID 不正确。', en: 'The AppID of the mini program is wrong.' },
      remedy: {
        zh: '核对“mp.weixin.qq.com → 开发管理 → 开发设置”的 AppID 与“管理后台 → 应用管理 → 创建应用 → 关联小程序”中关联的小程序一致。',
        en: 'Compare the AppID under mp.weixin.qq.com → Development → Settings with the mini program linked under Admin console → App Management → Create app → Link mini program.',
      },
      page: pages.link,
    },
    {
      errcode: 90208,
      name: 'miniProgramMismatch',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '小程序与应用不匹配：没有关联，或用了另一个应用的凭证。',
        en: 'The mini program does not go with the app: not linked, or credentials of another app were used.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 小程序”找到该小程序，改用那里的 AgentId 与 Secret。',
        en: 'Find the mini program under Admin console → App Management → Apps → Mini programs, and use the agent id and secret shown there.',
      },
      page: pages.link,
    },
    {
      errcode: 90210,
      name: 'memberAuthorizationNeeded',
      fixer: 'employee',
      retry: 'never',
      meaning: {
        zh: '需要成员先授权这个应用。',
        en: 'The member has to authorize this app first.',
      },
      remedy: {
        zh: '在企业微信中打开小程序，按提示同意授权。',
        en: 'Open the mini program in WeCom and agree when asked.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 90211,
      name: 'loginSuiteIdInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '登录时传入的 suiteId 不正确。',
        en: 'The suiteId passed to the login is wrong.',
      },
      remedy: {
        zh: '自建应用调用 wx.qy.login 时不要传 suiteId。',
        en: 'A self-built app calls wx.qy.login without a suiteId.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 90212,
      name: 'loginSuiteIdMismatch',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '登录时传入的 suiteId 与小程序绑定的第三方应用不匹配。',
        en: 'The suiteId passed to the login is not of the provider’s app that the mini program is bound to.',
      },
      remedy: {
        zh: '自建应用去掉 suiteId；服务商改用绑定了该小程序的套件。',
        en: 'A self-built app leaves it out; a provider uses the suite that this mini program is bound to.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 92002,
      name: 'crossCorpCall',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '不允许跨企业调用：成员或参数属于另一家企业。',
        en: 'A call across corps is not allowed: the member or a parameter belongs to another corp.',
      },
      remedy: {
        zh: '换取 code 之后先比较返回的企业 ID；不是本企业的访客不要再查通讯录。',
        en: 'Compare the corp id that comes with the code first, and look up nobody of another corp.',
      },
      page: pages.jscode2session,
    },
    {
      errcode: 610015,
      name: 'openPlatformNotVerified',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '小程序绑定的开放平台账号没有认证。',
        en: 'The Open Platform account of the mini program is not verified.',
      },
      remedy: {
        zh: '在“open.weixin.qq.com → 账号中心”完成认证，或解除绑定。',
        en: 'Verify it under open.weixin.qq.com → Account, or unbind it.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 610016,
      name: 'corpNotCertified',
      fixer: 'administrator',
      retry: 'never',
      meaning: { zh: '企业没有认证。', en: 'The corp is not certified.' },
      remedy: {
        zh: '在“管理后台 → 我的企业 → 企业信息 → 认证”完成企业认证。',
        en: 'Complete the certification under Admin console → My Company → Company Information → Verification.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 610017,
      name: 'miniProgramOwnerMismatch',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '小程序的主体与企业的主体不一致。',
        en: 'The mini program and the corp belong to different legal entities.',
      },
      remedy: {
        zh: '核对“mp.weixin.qq.com → 设置 → 基本设置”的主体名称与“管理后台 → 我的企业 → 企业信息”一致。',
        en: 'Compare the entity under mp.weixin.qq.com → Settings → Basic with the one under Admin console → My Company → Company Information.',
      },
      page: pages.errcodes,
    },
  ],
}
