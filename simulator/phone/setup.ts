import type { Net } from './choices'

/** The app in which the mini program is opened. */
export type Host = 'wecom' | 'wechat'

export type Theme = 'light' | 'dark'

export type Language = 'zh_CN' | 'en'

/** Whether 用户隐私保护指引 names what the mini program uses; WeChat takes it from its own console. */
export type PrivacyGuide = 'declared' | 'undeclared'

/** What the server tells the phone's page: who opened it, where, and what stands behind it. */
export interface PhoneSetup {
  /** 成员账号 of the person who opens it. */
  as: string
  /** 企业 ID; '' is the company that the mini program belongs to. */
  corp: string
  host: Host
  theme: Theme
  language: Language
  privacy: PrivacyGuide
  net: Net
  /** Points; 0 is as wide as the window. */
  width: number
  /** What the person set in the client for all text, in points. */
  fontSize: number
  /** Path and query of the page to open; '' is the home page. */
  page: string
  appId: string
  /** What dialogs call the mini program; '' when nobody told. */
  appName: string
  /** 企业 ID of the company that the mini program belongs to, to keep its storage apart. */
  ownCorpId: string
  /** wx.request to the origin on the left goes to the one on the right. */
  hosts: Record<string, string>
  /** Origins of the stand-ins for WeCom and CloudBase; '' is the phone's own. */
  wecomBase: string
  cloudBase: string
  /** 云环境 ID; '' when no cloud environment is configured. */
  cloudEnvId: string
  /** Where the phone listens to whoever drives it; absent or '': to nobody. */
  automation?: string
}
