import type { Theme } from './theme'
import { pages } from './pages'

/** What gettoken says about the corp, the secret and the app behind them. */
export const corpCredentials: Theme = {
  title: { zh: '企业 ID、Secret 与应用', en: 'Corp id, secret and the app' },
  entries: [
    {
      errcode: 40001,
      name: 'secretRefused',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '企业微信不接受这个 Secret：没有传到、与企业 ID 不配、已被重置，或应用已停用。',
        en: 'The secret is not accepted: not sent, not of this corp, reset since, or its app is disabled.',
      },
      remedy: {
        zh: '打开“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → Secret”重新查看，核对它与企业 ID 属于同一企业，再更新配置。不要反复重试，一小时内错误过多会封禁来源 IP。',
        en: 'Open Admin console → App Management → Apps → Self-built → the app → Secret, view it again, make sure that it belongs to this corp id, and update the configuration. Do not keep trying: too many failures in an hour get the address banned.',
      },
      page: pages.gettoken,
    },
    {
      errcode: 40013,
      name: 'corpIdInvalid',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '企业 ID 不正确，常见原因是写错，或误填了小程序的 AppID。',
        en: 'The corp id is wrong, often mistyped, or the AppID of the mini program was used.',
      },
      remedy: {
        zh: '在“管理后台 → 我的企业 → 企业信息 → 企业ID”复制企业 ID，替换配置中的值。',
        en: 'Copy it from Admin console → My Company → Company Information → Corp ID, and replace the configured value.',
      },
      page: pages.gettoken,
    },
    {
      errcode: 40091,
      name: 'secretOfAnotherCorp',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: 'Secret 无效，可能属于另一家企业。',
        en: 'The secret is not valid; it may belong to another corp.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → Secret”查看本企业应用的 Secret，与企业 ID 成对更新。',
        en: 'View the secret under Admin console → App Management → Apps → Self-built → the app → Secret, and update it together with the corp id.',
      },
      page: pages.gettoken,
    },
    {
      errcode: 41002,
      name: 'corpIdMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '请求里没有企业 ID。', en: 'The request carries no corp id.' },
      remedy: {
        zh: '检查部署时是否漏设企业 ID；它在“管理后台 → 我的企业 → 企业信息 → 企业ID”。',
        en: 'Check that the deployment sets the corp id; it is found under Admin console → My Company → Company Information → Corp ID.',
      },
      page: pages.gettoken,
    },
    {
      errcode: 41004,
      name: 'secretMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '请求里没有 Secret。', en: 'The request carries no secret.' },
      remedy: {
        zh: '检查部署时是否漏设 Secret；它在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → Secret”。',
        en: 'Check that the deployment sets the secret; it is found under Admin console → App Management → Apps → Self-built → the app → Secret.',
      },
      page: pages.gettoken,
    },
    {
      errcode: 41024,
      name: 'secretParameterMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '缺少 secret 参数。', en: 'The parameter secret is missing.' },
      remedy: {
        zh: '检查调用方是否把 Secret 放进了查询串；Secret 在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → Secret”。',
        en: 'Check that the caller puts the secret into the query string; it is found under Admin console → App Management → Apps → Self-built → the app → Secret.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 45031,
      name: 'secretNotSecure',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '企业微信认为这个 Secret 不够安全，要求重置。',
        en: 'WeCom considers this secret insecure and wants it reset.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → Secret”重置，并立即更新所有使用它的部署。',
        en: 'Reset it under Admin console → App Management → Apps → Self-built → the app → Secret, and update every deployment that uses it at once.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 50003,
      name: 'appDisabled',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '应用已停用，它的凭证不能再调用接口。',
        en: 'The app is disabled, and its credentials can call nothing.',
      },
      remedy: {
        zh: '打开“管理后台 → 应用管理 → 应用 → 自建 → 该应用”，把右上角的开关改为启用。',
        en: 'Open Admin console → App Management → Apps → Self-built → the app and switch it on at the top right.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 50006,
      name: 'systemAppDisabled',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '相关的系统应用已停用。',
        en: 'The built-in app that this needs is disabled.',
      },
      remedy: {
        zh: '打开“管理后台 → 应用管理 → 应用 → 基础”，启用对应的系统应用。',
        en: 'Open Admin console → App Management → Apps → Basic and enable the built-in app.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40056,
      name: 'agentIdInvalid',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '应用的 AgentId 不正确：不是整数，或企业里没有这个应用。',
        en: 'The agent id is wrong: no integer, or no app of this corp.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → AgentId”核对数值并更新配置。',
        en: 'Compare it with Admin console → App Management → Apps → Self-built → the app → AgentId and update the configuration.',
      },
      page: pages.agent,
    },
    {
      errcode: 41011,
      name: 'agentIdMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '请求里没有应用的 AgentId。', en: 'The request carries no agent id.' },
      remedy: {
        zh: '检查部署时是否漏设 AgentId；它在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → AgentId”。',
        en: 'Check that the deployment sets the agent id; it is found under Admin console → App Management → Apps → Self-built → the app → AgentId.',
      },
      page: pages.agent,
    },
    {
      errcode: 301007,
      name: 'corpUnavailable',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '企业不可用，可能已解散或被封禁。',
        en: 'The corp is not available; it may have been dissolved or banned.',
      },
      remedy: {
        zh: '由超级管理员登录“管理后台 → 我的企业 → 企业信息”查看企业状态，必要时联系企业微信客服。',
        en: 'The super administrator checks the state of the corp under Admin console → My Company → Company Information, and contacts WeCom support if need be.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 2000002,
      name: 'corpIdUnknown',
      fixer: 'administrator',
      retry: 'never',
      meaning: { zh: '没有这个企业 ID 对应的企业。', en: 'No corp has this corp id.' },
      remedy: {
        zh: '在“管理后台 → 我的企业 → 企业信息 → 企业ID”复制企业 ID，替换配置中的值；私有部署还要核对接口域名。',
        en: 'Copy it from Admin console → My Company → Company Information → Corp ID and replace the configured value; with a private WeCom check the API host too.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 43009,
      name: 'corpNotVerified',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '企业还没有完成主体验证。',
        en: 'The corp has not had its legal entity verified.',
      },
      remedy: {
        zh: '在“管理后台 → 我的企业 → 企业信息 → 认证”完成验证或认证。',
        en: 'Complete the verification under Admin console → My Company → Company Information → Verification.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40141,
      name: 'corpAccountAbnormal',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '企业账号处于异常状态。',
        en: 'The account of the corp is in an abnormal state.',
      },
      remedy: {
        zh: '由超级管理员登录“管理后台 → 我的企业 → 企业信息”按提示处理。',
        en: 'The super administrator follows the notices under Admin console → My Company → Company Information.',
      },
      page: pages.errcodes,
    },
  ],
}
