import type { CoverageTheme } from './row'

/** What a person sees in a browser, or in the client. */
export const pages: CoverageTheme = {
  title: '页面 · pages',
  rows: [
    {
      what: 'GET /connect/oauth2/authorize',
      is: 'yes',
      note: 'silent and with consent; exact host and port, state (84025), agentid rules, 30 days of memory',
    },
    {
      what: '#wechat_redirect',
      is: 'partly',
      note: 'a fragment never reaches a server: it is not missed where it is absent; one that was encoded into `state` is told',
    },
    {
      what: '拒绝授权 a member refuses',
      is: 'partly',
      note: 'back with `state` alone; documented for the scan login, assumed for the consent page',
    },
    {
      what: 'GET /wwlogin/sso/login',
      is: 'partly',
      note: '`CorpApp`; whose phone scans is chosen from a list, the code is a drawing',
    },
    { what: 'GET /wwopen/sso/qrConnect', is: 'partly', note: 'the same page' },
    { what: 'ww.createWWLoginPanel', is: 'no', note: 'it loads its own host' },
    {
      what: '工作台、菜单、消息 entries',
      is: 'partly',
      note: '`/_sim/open?as=…&entry=…&to=…`; nothing is added to the address, and the page has no JS-SDK',
    },
    {
      what: '非企业成员、互联企业 visitors',
      is: 'yes',
      note: '`visitors` and `linked` in the company file: openid, external_userid, corpId/userid',
    },
  ],
}
