import type { Theme } from './theme'
import { pages } from './pages'

/** When a person is named by an id that is not the user id. */
export const otherIds: Theme = {
  title: { zh: 'openid 与 open_userid', en: 'Other ids of a person' },
  entries: [
    {
      errcode: 43004,
      name: 'memberHasNoWechat',
      fixer: 'employee',
      retry: 'never',
      meaning: {
        zh: '成员没有绑定微信，也没有关注微信插件。',
        en: 'The member has not bound WeChat and does not follow the plug-in.',
      },
      remedy: {
        zh: '请本人用微信登录一次企业微信。',
        en: 'The member signs in to WeCom with WeChat once.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40073,
      name: 'openIdInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: 'openid 不正确；企业微信的 openid 与小程序的 openid 不是一回事。',
        en: 'The openid is wrong; that of WeCom and that of a mini program are two things.',
      },
      remedy: {
        zh: '只使用本企业接口返回的 openid。',
        en: 'Use only an openid that an API of this corp returned.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40125,
      name: 'openUserIdInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: 'open_userid 不正确。', en: 'The open_userid is wrong.' },
      remedy: {
        zh: '确认它来自同一服务商，并且没有被截断。',
        en: 'Make sure that it comes from the same provider and is whole.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 60221,
      name: 'openUserIdOfAnotherProvider',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: 'open_userid 属于另一家服务商。',
        en: 'The open_userid belongs to another provider.',
      },
      remedy: {
        zh: '使用当前服务商的应用返回的 open_userid。',
        en: 'Use the one that an app of the present provider returned.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 845001,
      name: 'openIdOfAnotherKind',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '这个 openid 不属于公众号或小程序。',
        en: 'This openid is of neither an official account nor a mini program.',
      },
      remedy: {
        zh: '确认 openid 来自同一主体的小程序。',
        en: 'Make sure that it comes from a mini program of the same legal entity.',
      },
      page: pages.errcodes,
    },
  ],
}
