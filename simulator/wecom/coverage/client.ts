import type { CoverageTheme } from './row'

/** wx.qy, as far as its answers come from WeCom: what a phone, or a test in its place, asks /_sim. */
export const client: CoverageTheme = {
  title: '客户端 · client calls',
  rows: [
    { what: 'wx.qy.login', is: 'yes', note: '`POST /_sim/client/login`' },
    { what: 'wx.login', is: 'partly', note: 'a code that WeCom refuses with 40029' },
    { what: 'wx.qy.checkSession', is: 'yes', note: '`POST /_sim/client/check-session`' },
    {
      what: 'wx.qy.getEnterpriseUserInfo',
      is: 'yes',
      note: '`POST /_sim/client/sealed`, kind `userInfo`: encryptedData, iv, rawData, signature',
    },
    {
      what: 'wx.qy.getMobile',
      is: 'partly',
      note: 'kind `mobile`; the consent dialog is the phone’s',
    },
    {
      what: 'wx.qy.getEmail',
      is: 'partly',
      note: 'kind `email`; the consent dialog is the phone’s',
    },
    {
      what: 'wx.qy.getAvatar, getQrCode',
      is: 'partly',
      note: '`POST /_sim/client/picture`, kinds `avatar` and `qrCode`; drawn here unless the company file has an address; the consent dialog is the phone’s',
    },
  ],
}
