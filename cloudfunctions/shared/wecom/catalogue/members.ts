import type { Theme } from './theme'
import { pages } from './pages'

/** Why a member cannot be read. WeCom uses several numbers for "not visible" and for "not there". */
export const members: Theme = {
  title: { zh: '成员与可见范围', en: 'Members and the visible range' },
  entries: [
    {
      errcode: 60111,
      name: 'memberNotFound',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '找不到这个成员：已离职、已删除、从未存在，或不在应用的可见范围内。',
        en: 'The member is not found: left, deleted, never there, or outside the app’s visible range.',
      },
      remedy: {
        zh: '确认成员在“管理后台 → 通讯录”中，并在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 可见范围”中加入本人或所在部门。',
        en: 'Make sure that the member is in Admin console → Contacts, and add the member or the department to Admin console → App Management → Apps → Self-built → the app → Visible range.',
      },
      page: pages.userGet,
    },
    {
      errcode: 60011,
      name: 'noPrivilege',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '应用对这个成员、部门或标签没有权限，通常是不在可见范围内。',
        en: 'The app has no right on this member, department or tag; mostly it is outside the visible range.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 可见范围”加入该成员、部门或标签。',
        en: 'Add the member, department or tag to Admin console → App Management → Apps → Self-built → the app → Visible range.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 60021,
      name: 'memberOutsideRange',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '成员不在应用的可见范围内。',
        en: 'The member is outside the app’s visible range.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 可见范围”加入该成员或所在部门。',
        en: 'Add the member or the department to Admin console → App Management → Apps → Self-built → the app → Visible range.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 60030,
      name: 'objectOutsideRange',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '操作的对象超出了应用的可见范围。',
        en: 'What was asked for is outside the app’s visible range.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 可见范围”扩大范围。',
        en: 'Widen Admin console → App Management → Apps → Self-built → the app → Visible range.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 50002,
      name: 'memberOutsideAuthority',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '成员不在权限范围内。',
        en: 'The member is outside the authority of the app.',
      },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 可见范围”加入该成员或所在部门。',
        en: 'Add the member or the department to Admin console → App Management → Apps → Self-built → the app → Visible range.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 92000,
      name: 'memberNotVisible',
      fixer: 'administrator',
      retry: 'never',
      meaning: { zh: '成员不在应用的可见范围之内。', en: 'The member is not visible to the app.' },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 可见范围”加入该成员或所在部门。',
        en: 'Add the member or the department to Admin console → App Management → Apps → Self-built → the app → Visible range.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 92001,
      name: 'noSensitiveFields',
      fixer: 'administrator',
      retry: 'never',
      meaning: { zh: '应用没有读取敏感信息的权限。', en: 'The app may not read sensitive fields.' },
      remedy: {
        zh: '在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 成员敏感信息”勾选需要的字段；成员还需在授权页同意。',
        en: 'Tick the fields under Admin console → App Management → Apps → Self-built → the app → Sensitive member information; the member has to agree as well.',
      },
      page: pages.getuserdetail,
    },
    {
      errcode: 40003,
      name: 'userIdInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '成员账号不合格式、不在通讯录中，或把密文账号当成了明文账号。',
        en: 'The user id is malformed, not in the contacts, or encrypted where a plain one is wanted.',
      },
      remedy: {
        zh: '核对账号来自本企业的登录结果；自建应用使用明文账号，它在“管理后台 → 通讯录 → 成员详情 → 账号”。',
        en: 'Make sure that it comes from a sign-in of this corp. A self-built app uses plain ids, shown under Admin console → Contacts → Member → Account.',
      },
      page: pages.userGet,
    },
    {
      errcode: 41009,
      name: 'userIdMissing',
      fixer: 'developer',
      retry: 'never',
      meaning: { zh: '请求里没有成员账号。', en: 'The request carries no user id.' },
      remedy: {
        zh: '检查参数名是 userid（全小写）且不为空。',
        en: 'Check that the parameter is called userid, in lower case, and is not empty.',
      },
      page: pages.userGet,
    },
    {
      errcode: 46004,
      name: 'userNotFound',
      fixer: 'administrator',
      retry: 'never',
      meaning: {
        zh: '查不到用户：手机号或邮箱不在通讯录中，或对应用不可见。',
        en: 'No such user: the mobile number or mail address is not in the contacts, or not visible to the app.',
      },
      remedy: {
        zh: '在“管理后台 → 通讯录 → 成员详情”核对手机号和邮箱，并确认成员在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 可见范围”中。不要批量试探，错误过多会封禁一天。',
        en: 'Compare it with Admin console → Contacts → Member, and make sure that the member is inside Admin console → App Management → Apps → Self-built → the app → Visible range. Do not try numbers in bulk: too many wrong ones shut the call for a day.',
      },
      page: pages.getuserid,
    },
    {
      errcode: 40031,
      name: 'userIdListInvalid',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '成员账号列表里有不存在或不可见的账号。',
        en: 'The list of user ids has some that do not exist or are not visible.',
      },
      remedy: {
        zh: '去掉无效账号，或在“管理后台 → 应用管理 → 应用 → 自建 → 该应用 → 可见范围”加入它们。',
        en: 'Leave them out, or add them to Admin console → App Management → Apps → Self-built → the app → Visible range.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 40032,
      name: 'userIdListTooLong',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '成员账号列表的长度不合要求。',
        en: 'The list of user ids has a length that is not accepted.',
      },
      remedy: {
        zh: '按接口文档的上限分批发送，并使用数组而不是拼接的文字。',
        en: 'Send it in parts as the documentation says, and as an array instead of joined text.',
      },
      page: pages.errcodes,
    },
    {
      errcode: 301021,
      name: 'someUserIdsUnknown',
      fixer: 'developer',
      retry: 'never',
      meaning: {
        zh: '至少有一个成员账号不在通讯录中。',
        en: 'At least one user id is not in the contacts.',
      },
      remedy: {
        zh: '与“管理后台 → 通讯录”核对，去掉已离职的成员。',
        en: 'Compare with Admin console → Contacts, and leave out who has left.',
      },
      page: pages.errcodes,
    },
  ],
}
