import type { Theme } from './theme'
import { pages } from './pages'

/** What keeps a web page from using WeCom’s JS-SDK. */
export const jsSdk: Theme = {
  title: { zh: 'JS-SDK 与可信域名', en: 'JS-SDK and trusted domains' },
  entries: [
    {
      errcode: 40093,
      name: 'jsapiSignatureInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: 'JS-SDK 签名不正确。', en: 'The signature for the JS-SDK is wrong.' },
      remedy: {
        zh: '用当前页面的地址（去掉 # 之后的部分）、秒级时间戳和未过期的 ticket 签名。',
        en: 'Sign the address of the current page without what follows #, a timestamp in seconds, and a ticket that is alive.',
      },
      page: pages.jssdk,
    },
    {
      errcode: 42012,
      name: 'jsapiTicketUnusable',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '这个 jsapi_ticket 不能用在这里：企业的与应用的 ticket 不能互换，也不能跨应用。',
        en: 'This jsapi_ticket can’t be used here: the corp’s and the app’s are not interchangeable, nor are those of two apps.',
      },
      remedy: {
        zh: 'wx.config 用企业的 ticket，wx.agentConfig 用同一应用的 ticket。',
        en: 'Use the corp’s ticket for wx.config, and the ticket of the same app for wx.agentConfig.',
      },
      page: pages.jssdk,
    },
    {
      errcode: 91040,
      name: 'ticketTypeWrong',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '获取 ticket 的 type 参数不正确。',
        en: 'The type of the ticket asked for is wrong.',
      },
      remedy: {
        zh: '获取企业的 ticket 时不带 type，获取应用的 ticket 时用 type=agent_config。',
        en: 'Ask for the corp’s ticket without a type, for the app’s with type=agent_config.',
      },
      page: pages.jssdk,
    },
    {
      errcode: 80001,
      name: 'trustedDomainInvalid',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '可信域名不正确：没有验证归属、没有备案，或写成了 IP、端口、短链。',
        en: 'The trusted domain is not acceptable: ownership or ICP record missing, or an IP, a port or a short link.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 网页授权及JS-SDK → 可信域名”填写完整域名并完成归属验证。',
        en: 'Enter the full domain under Admin console → App Management → Apps → Self-built → the app → Web authorization and JS-SDK → Trusted domain and have its ownership verified.',
      },
      page: pages.domain,
    },
    {
      errcode: 85004,
      name: 'trustedDomainQuota',
      fixer: 'administrator',
      retry: 'afterWindow',
      meaning: {
        zh: '本月设置的可信域名超过 20 个。',
        en: 'More than 20 trusted domains were set this month.',
      },
      remedy: {
        zh: '下个月再到“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 网页授权及JS-SDK → 可信域名”设置，或沿用已有的域名。',
        en: 'Set it next month under Admin console → App Management → Apps → Self-built → the app → Web authorization and JS-SDK → Trusted domain, or keep to a domain that is set already.',
      },
      page: pages.domain,
    },
    {
      errcode: 85005,
      name: 'trustedDomainNotOwned',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '可信域名没有验证归属：网页授权可用，JS-SDK 受限。',
        en: 'Ownership of the trusted domain is not verified: authorization works, the JS-SDK is limited.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 网页授权及JS-SDK → 可信域名 → 申请校验域名”下载 WW_verify 文件，放到网站根目录后确认。',
        en: 'Download the WW_verify file under Admin console → App Management → Apps → Self-built → the app → Web authorization and JS-SDK → Trusted domain → Verify domain, put it at the root of the site, and confirm.',
      },
      page: pages.domain,
    },
    {
      errcode: 85008,
      name: 'trustedDomainNoIcp',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '可信域名的 ICP 备案没有通过，或备案主体与企业无关。',
        en: 'The ICP record of the trusted domain is missing, or of an unrelated entity.',
      },
      remedy: {
        zh: '用本企业主体为域名备案，再到“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 网页授权及JS-SDK → 可信域名”设置。',
        en: 'Get an ICP record in the name of this corp, then set the domain under Admin console → App Management → Apps → Self-built → the app → Web authorization and JS-SDK → Trusted domain.',
      },
      page: pages.domain,
    },
    {
      errcode: 85111,
      name: 'trustedDomainOfProvider',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '这个域名属于第三方服务商，不能用作企业的可信域名。',
        en: 'The domain belongs to a third-party provider and can’t be trusted by a corp.',
      },
      remedy: {
        zh: '改用企业自己的域名，在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 网页授权及JS-SDK → 可信域名”设置。',
        en: 'Use a domain of the corp itself, under Admin console → App Management → Apps → Self-built → the app → Web authorization and JS-SDK → Trusted domain.',
      },
      page: pages.domain,
    },
  ],
}
