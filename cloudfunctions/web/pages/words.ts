import type { Language } from '../language'
import type { WebProblem } from '../web-refusal'

/** What a page says where something did not work: what happened, and what to do. */
export interface ProblemWords {
  what: string
  next: string
}

const zh = {
  htmlLanguage: 'zh-CN',
  thisLanguage: '中文',
  badge: '工牌',
  leader: '部门负责人',
  department: (id: number) => `部门 ${id}`,
  confirmed: (when: string) => `已由企业微信确认 · ${when}`,
  justNow: '刚刚',
  minutesAgo: (minutes: number) => `${minutes} 分钟前`,
  signOut: '退出登录',
  signIn: '登录',
  tryAgain: '重试',
  home: '回到工牌',
  signedOut: '已退出登录',
  signedOutNext: '要再次查看工牌，请重新登录。',
  payroll: '薪资核对',
  payrollFor: (name: string) => `${name}，这一页只有人事能看到。`,
  contact: '联系方式',
  fields: {
    mobile: '手机',
    email: '邮箱',
    bizMail: '企业邮箱',
    telephone: '座机',
    address: '地址',
  },
  withheld: {
    byConfiguration: '公司没有在这里显示',
    byWecom: '需要你本人同意',
    empty: '企业微信里没有填写',
    outOfRange: '应用看不到',
  },
  askConsent: '授权显示我的联系方式',
  consent: {
    given: '没有勾选的内容，或管理员没有申请的内容，仍然不显示。',
    kept: '你没有同意，联系方式仍然不显示。',
  },
  forAdministrator: '给管理员',
  errorNumber: (errcode: number) => `错误编号 ${errcode}`,
  calledFrom: (address: string) => `请求来自 IP ${address}`,
}

const en: typeof zh = {
  htmlLanguage: 'en',
  thisLanguage: 'English',
  badge: 'Badge',
  leader: 'Department lead',
  department: (id: number) => `Department ${id}`,
  confirmed: (when: string) => `Confirmed by WeCom · ${when}`,
  justNow: 'just now',
  minutesAgo: (minutes: number) => `${minutes} min ago`,
  signOut: 'Sign out',
  signIn: 'Sign in',
  tryAgain: 'Try again',
  home: 'Back to the badge',
  signedOut: 'Signed out',
  signedOutNext: 'To see the badge again, sign in.',
  payroll: 'Payroll check',
  payrollFor: (name: string) => `${name}, only personnel can see this page.`,
  contact: 'Contact',
  fields: {
    mobile: 'Mobile',
    email: 'Email',
    bizMail: 'Company email',
    telephone: 'Telephone',
    address: 'Address',
  },
  withheld: {
    byConfiguration: 'Your company does not show this here',
    byWecom: 'Needs your own consent',
    empty: 'Not filled in at WeCom',
    outOfRange: 'Outside what this app may see',
  },
  askConsent: 'Show my contact details',
  consent: {
    given: 'What you did not tick, or your administrator did not ask for, stays hidden.',
    kept: 'You did not agree; your contact details stay hidden.',
  },
  forAdministrator: 'For the administrator',
  errorNumber: (errcode: number) => `Error number ${errcode}`,
  calledFrom: (address: string) => `The call came from IP ${address}`,
}

export const words: Readonly<Record<Language, typeof zh>> = { zh, en }

export const problemWords: Readonly<Record<Language, Record<WebProblem, ProblemWords>>> = {
  zh: {
    stateNotOurs: { what: '这个登录链接无效', next: '请从工作台或收藏的地址重新打开。' },
    cookieLost: {
      what: '浏览器没有保存登录状态',
      next: '请允许本站使用 Cookie，或换一个浏览器，再重试。',
    },
    tooLate: { what: '登录用时太久', next: '请重试一次。' },
    declined: { what: '你取消了登录', next: '需要时可以重新登录。' },
    notHere: { what: '没有这个页面', next: '请检查地址，或回到工牌。' },
    formRefused: { what: '操作没有完成', next: '请回到工牌，再试一次。' },
    otherPerson: { what: '同意授权的是另一位成员', next: '请用同一个账号再试一次。' },
  },
  en: {
    stateNotOurs: {
      what: 'This sign-in link is not valid',
      next: 'Open the page again from the workbench or from your own bookmark.',
    },
    cookieLost: {
      what: 'This browser did not keep your sign-in',
      next: 'Allow cookies for this site, or use another browser, and try again.',
    },
    tooLate: { what: 'The sign-in took too long', next: 'Try once more.' },
    declined: { what: 'You cancelled the sign-in', next: 'You can sign in whenever you like.' },
    notHere: { what: 'There is no such page', next: 'Check the address, or go back to the badge.' },
    otherPerson: {
      what: 'Somebody else gave that consent',
      next: 'Try again with the account that you are signed in with.',
    },
    formRefused: { what: 'That was not carried out', next: 'Go back to the badge and try again.' },
  },
}
