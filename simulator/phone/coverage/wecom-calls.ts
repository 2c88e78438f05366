import type { CoverageTheme } from './row'

/** wx.qy. A test holds the names against platform.ts. */
export const wecomCalls: CoverageTheme = {
  title: '企业微信接口 · wx.qy',
  rows: [
    {
      what: 'login, checkSession',
      names: ['login', 'checkSession'],
      is: 'true',
      note: 'codes of the simulated WeCom',
      shownBy: ['wx.qy.login asks for a WeCom code of this person, by callback only'],
    },
    {
      what: 'getEnterpriseUserInfo, getMobile, getEmail, getAvatar, getQrCode',
      names: ['getEnterpriseUserInfo', 'getMobile', 'getEmail', 'getAvatar', 'getQrCode'],
      is: 'approximate',
      note: 'truly encrypted, after a session is there; WeCom’s own words and looks of the consent are assumed',
      shownBy: [
        'until the server has exchanged the code there is no session, and nothing encrypted',
        'pictures are shown before they are given',
      ],
    },
    {
      what: 'canIUse, getSystemInfo, getContext',
      names: ['canIUse', 'getSystemInfo', 'getContext'],
      is: 'approximate',
      note: 'one version of WeCom; always opened from the workbench',
      shownBy: ['WeCom has wx.qy and its environment, and lacks what its clients lack'],
    },
    {
      what: 'selectEnterpriseContact, openEnterpriseChat, openUserProfile',
      names: ['selectEnterpriseContact', 'openEnterpriseChat', 'openUserProfile'],
      is: 'absent',
      note: 'they exist, and fail with `not simulated`',
      shownBy: ['what is not simulated says so'],
    },
  ],
}
