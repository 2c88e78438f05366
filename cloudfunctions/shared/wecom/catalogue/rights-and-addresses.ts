import type { Theme } from './theme'
import { pages } from './pages'

/** Why WeCom does not let the app, or the address, call at all. */
export const rightsAndAddresses: Theme = {
  title: { zh: '接口权限与来源地址', en: 'Rights and addresses' },
  entries: [
    {
      errcode: 60020,
      name: 'addressNotTrusted',
      fixer: 'administrator',
      retry: 'later',
      meaning: {
        zh: '调用来源的 IP 不在企业可信 IP 中。',
        en: 'The address that the call came from is not a trusted IP of the company.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 企业可信IP”加入错误信息里 from ip 后面的地址，约 1 分钟后生效。该项不可编辑时，先设置可信域名或接收消息的地址。服务商的 IP 不被接受；云函数需要固定出口 IP 或转发代理。',
        en: 'Add the address that follows “from ip” in the message under Admin console → App Management → Apps → Self-built → the app → Trusted company IPs; it takes effect in about a minute. If the field can’t be edited, set a trusted domain or a callback address first. Addresses of providers are refused; a cloud function needs a fixed outgoing IP or a forward proxy.',
      },
      page: pages.trustedIp,
    },
    {
      errcode: 60031,
      name: 'appForbidden',
      fixer: 'administrator',
      retry: 'never',
      meaning: { zh: '这个应用被禁止调用接口。', en: 'This app is not allowed to call the API.' },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用”查看是否有停用或待处理的提示。',
        en: 'Look for a notice at Admin console → App Management → Apps → Self-built → the app.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 48001,
      name: 'capabilityNotAuthorized',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '企业没有开通这项接口功能。',
        en: 'The corp has not been given this capability.',
      },
      remedy: {
        zh: '在“管理后台 → 我的企业 → 企业信息 → 认证”查看认证状态，并核对该接口的开通条件。',
        en: 'Check the certification under Admin console → My Company → Company Information → Verification, and what the call requires.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 48002,
      name: 'apiForbidden',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '这个凭证无权调用该接口，常见原因是误用了通讯录同步的 Secret。',
        en: 'These credentials may not make this call; often the secret of contacts sync was used.',
      },
      remedy: {
        zh: '改用应用自己的 Secret：“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → Secret”。',
        en: 'Use the app’s own secret: Admin console → App Management → Apps → Self-built → the app → Secret.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 48004,
      name: 'authorizationEnded',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '授权关系无效：从未授权，或授权已取消。',
        en: 'There is no authorization: never given, or withdrawn.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 第三方”查看授权，必要时重新添加。',
        en: 'Look at Admin console → App Management → Apps → Third-party, and add it again if need be.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 48005,
      name: 'apiRetired',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '接口已停用。', en: 'The API has been retired.' },
      remedy: { zh: '改用文档中的新接口。', en: 'Use the API that replaced it.' },
      page: pages.errcodes,
    },
    {
      errcode: 48006,
      name: 'permissionWithdrawn',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '应用长时间没有使用，接口权限被收回。',
        en: 'The app was not used for long, and its permission was withdrawn.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用”重新启用。',
        en: 'Enable it again at Admin console → App Management → Apps → Self-built → the app.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 48008,
      name: 'contactsEditLimited',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '通讯录编辑授权只能调用部分接口。',
        en: 'The grant to edit contacts covers some calls only.',
      },
      remedy: {
        zh: '改用应用自己的 Secret 读取成员：“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → Secret”。',
        en: 'Read members with the app’s own secret: Admin console → App Management → Apps → Self-built → the app → Secret.',
      },
      page: pages.contactsSync,
    },
    {
      errcode: 48009,
      name: 'contactsSyncReadBlocked',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '通讯录同步助手不能再从新的 IP 读取通讯录详情。',
        en: 'Contacts sync may no longer read members’ details from a new address.',
      },
      remedy: {
        zh: '不要使用“管理后台 → 管理工具 → 通讯录同步”的 Secret；改用应用自己的：“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → Secret”。',
        en: 'Do not use the secret of Admin console → Management tools → Contacts sync; use the app’s own: Admin console → App Management → Apps → Self-built → the app → Secret.',
      },
      page: pages.contactsSync,
    },
    {
      errcode: 301042,
      name: 'addressNotWhitelisted',
      fixer: 'administrator',
      retry: 'later',
      meaning: {
        zh: '来源 IP 不在另一份白名单中。',
        en: 'The address is missing from another whitelist.',
      },
      remedy: {
        zh: '核对该产品的 IP 白名单；自建应用在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 企业可信IP”。',
        en: 'Check the whitelist of that product; for a self-built app it is Admin console → App Management → Apps → Self-built → the app → Trusted company IPs.',
      },
      page: pages.trustedIp,
    },
    {
      errcode: 90308,
      name: 'addressInvalid',
      fixer: 'administrator',
      retry: 'later',
      meaning: {
        zh: '已开启 IP 校验，来源 IP 被认为无效。',
        en: 'Addresses are checked, and this one is not accepted.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 企业可信IP”核对服务器的出口地址。',
        en: 'Compare the outgoing address of the server with Admin console → App Management → Apps → Self-built → the app → Trusted company IPs.',
      },
      page: pages.trustedIp,
    },
    {
      errcode: 85006,
      name: 'trustedIpListTooLong',
      fixer: 'administrator',
      retry: 'never',
      meaning: { zh: '可信 IP 的数量超过上限。', en: 'There are more trusted IPs than allowed.' },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 企业可信IP”删除不用的地址，或让出口固定为一个地址。',
        en: 'Remove unused ones under Admin console → App Management → Apps → Self-built → the app → Trusted company IPs, or let all calls leave by one address.',
      },
      page: pages.trustedIp,
    },
    {
      errcode: 85007,
      name: 'trustedIpInvalid',
      fixer: 'administrator',
      retry: 'never',
      meaning: { zh: '可信 IP 的格式不正确。', en: 'A trusted IP is malformed.' },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 企业可信IP”改为合法的公网 IPv4 地址。',
        en: 'Enter valid public IPv4 addresses under Admin console → App Management → Apps → Self-built → the app → Trusted company IPs.',
      },
      page: pages.trustedIp,
    },
  ],
}
