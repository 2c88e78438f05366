import type { MemberStatus, PrivateField } from '../company/company'

export type Language = 'zh' | 'en'

/** `lang` of a link; Chinese unless it is `en`, as on the real pages. */
export const languageOf = (query: URLSearchParams): Language =>
  query.get('lang') === 'en' ? 'en' : 'zh'

const zh = {
  wecom: '企业微信',
  simulated: '模拟器',
  appAsks: '申请获取以下信息',
  asksNothing: '应用没有申请敏感信息，只会知道你是谁',
  untick: '可以取消勾选，不影响登录',
  allow: '同意',
  refuse: '拒绝',
  remembered: '同意后 30 天内不再询问',
  notYou: '换一个人',
  whoTitle: '谁在使用这台手机？',
  whoIntro: '这是模拟的企业微信。选一个人，之后打开的网页都以此身份登录。',
  scanTitle: '扫码登录',
  scanIntro: '请使用企业微信扫描二维码登录',
  scanAs: '选择用谁的手机扫码',
  drawn: '示意图，不必真的扫描',
  loginTo: '即将登录',
  loginOn: '在电脑浏览器上',
  phoneOf: (name: string) => `${name} 的手机`,
  confirmLogin: '登录',
  cancel: '取消',
  find: '搜索姓名、账号或部门',
  search: '搜索',
  nobody: '没有找到',
  more: (count: number) => `还有 ${count} 人，请搜索`,
  unseen: '可见范围外',
  visitor: '非企业成员',
  openSimulated: '在模拟的企业微信中打开',
  opened: (name: string) => `已用 ${name} 的身份打开企业微信`,
  openedHint: '现在可以在这个浏览器里打开公司的网页了。',
  why: '模拟器说明',
}

const en: typeof zh = {
  wecom: 'WeCom',
  simulated: 'simulator',
  appAsks: 'would like to see',
  asksNothing: 'The app asks for no private fields; it learns only who you are',
  untick: 'Untick what you would rather keep; you are signed in all the same',
  allow: 'Allow',
  refuse: 'Refuse',
  remembered: 'You are not asked again for 30 days',
  notYou: 'Somebody else',
  whoTitle: 'Whose phone is this?',
  whoIntro: 'This is a simulated WeCom. Choose a person; pages that open from now on know them.',
  scanTitle: 'Scan to log in',
  scanIntro: 'Scan the code with WeCom to log in',
  scanAs: 'Choose whose phone scans it',
  drawn: 'A drawing: there is nothing to scan',
  loginTo: 'Log in to',
  loginOn: 'in a browser on a computer',
  phoneOf: (name: string) => `the phone of ${name}`,
  confirmLogin: 'Log in',
  cancel: 'Cancel',
  find: 'Name, userid or department',
  search: 'Search',
  nobody: 'Nobody found',
  more: (count: number) => `${count} more: search for them`,
  unseen: 'not visible',
  visitor: 'not a member',
  openSimulated: 'Open in the simulated WeCom',
  opened: (name: string) => `WeCom is open as ${name}`,
  openedHint: 'You can now open the pages of the company in this browser.',
  why: 'What the simulator says',
}

export const words: Record<Language, typeof zh> = { zh, en }

export const fieldNames: Record<Language, Record<PrivateField, string>> = {
  zh: {
    avatar: '头像',
    gender: '性别',
    mobile: '手机',
    email: '邮箱',
    bizMail: '企业邮箱',
    qrCode: '员工个人二维码',
    address: '地址',
  },
  en: {
    avatar: 'Avatar',
    gender: 'Gender',
    mobile: 'Mobile',
    email: 'Email',
    bizMail: 'Business email',
    qrCode: 'Personal QR code',
    address: 'Address',
  },
}

/** undefined for the usual one. */
export const statusNames: Record<Language, Record<MemberStatus, string | undefined>> = {
  zh: { 1: undefined, 2: '已禁用', 4: '未激活', 5: '已退出企业' },
  en: { 1: undefined, 2: 'disabled', 4: 'not activated', 5: 'left' },
}
