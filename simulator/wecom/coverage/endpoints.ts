import type { CoverageTheme } from './row'

/** Every path of /cgi-bin that is answered here, and those that one might look for in vain. */
export const endpoints: CoverageTheme = {
  title: '服务端接口 · endpoints',
  rows: [
    {
      what: 'GET /cgi-bin/gettoken',
      is: 'yes',
      note: 'one token per app; `choices.repeatedGettoken`; not gated by trusted IPs',
    },
    {
      what: 'GET /cgi-bin/miniprogram/jscode2session',
      is: 'yes',
      note: 'visitors of other corps with an encrypted userid, `deviceid` as in real replies',
    },
    {
      what: 'GET /cgi-bin/service/miniprogram/jscode2session',
      is: 'no',
      note: 'third-party apps need suites; errcode 900404 in the real envelope',
    },
    {
      what: 'GET /cgi-bin/auth/getuserinfo',
      is: 'partly',
      note: 'members, linked corps, customers, strangers, user_ticket, 50001; no `user_doc_ticket`',
    },
    {
      what: 'POST /cgi-bin/auth/getuserdetail',
      is: 'yes',
      note: 'what the administrator ticked and the member allowed; 84014, 84015, 84090',
    },
    {
      what: 'GET /cgi-bin/user/getuserinfo',
      is: 'yes',
      note: 'the old names, `DeviceId`, `agentid` (301002); `choices.oldGetuserinfoErrcode`',
    },
    {
      what: 'POST /cgi-bin/user/getuserdetail',
      is: 'partly',
      note: 'the fields that clients in use read; no document describes it any more',
    },
    {
      what: 'GET /cgi-bin/user/get',
      is: 'partly',
      note: 'all documented fields but `open_userid`, which third-party apps are given',
    },
    {
      what: 'GET /cgi-bin/user/simplelist',
      is: 'yes',
      note: '`fetch_child` as it was, with 45029',
    },
    { what: 'GET /cgi-bin/user/list', is: 'partly', note: 'the fields of user/get' },
    {
      what: 'POST /cgi-bin/user/list_id',
      is: 'yes',
      note: 'with the secret of 通讯录同步 (`contactSync` in the company file)',
    },
    { what: 'POST /cgi-bin/user/getuserid', is: 'yes', note: 'the rule of 20 % wrong ones too' },
    {
      what: 'POST /cgi-bin/user/get_userid_by_email',
      is: 'yes',
      note: 'both types, the same rule of 20 %',
    },
    {
      what: 'POST /cgi-bin/user/convert_to_openid',
      is: 'partly',
      note: '43004 for who is not activated; whether a WeChat account is bound is not modelled',
    },
    { what: 'POST /cgi-bin/user/convert_to_userid', is: 'yes', note: '' },
    {
      what: 'POST /cgi-bin/batch/openuserid_to_userid',
      is: 'partly',
      note: 'the `wo…` ids that another app of the corp was given stand in for open_userids',
    },
    { what: 'GET /cgi-bin/department/list', is: 'yes', note: '' },
    { what: 'GET /cgi-bin/department/simplelist', is: 'yes', note: '' },
    { what: 'GET /cgi-bin/department/get', is: 'yes', note: '' },
    { what: 'GET /cgi-bin/tag/get', is: 'yes', note: 'filtered to what the app sees' },
    { what: 'GET /cgi-bin/tag/list', is: 'yes', note: 'the tags that the app created' },
    {
      what: 'GET /cgi-bin/agent/get',
      is: 'partly',
      note: 'name, visible range, state, the first trusted domain; logo, home and flags are empty',
    },
    { what: 'GET /cgi-bin/get_jsapi_ticket', is: 'yes', note: 'with its own limits' },
    { what: 'GET /cgi-bin/ticket/get', is: 'partly', note: '`type=agent_config` only' },
    { what: 'GET /cgi-bin/get_api_domain_ip', is: 'yes', note: 'this machine' },
    { what: 'GET /cgi-bin/getcallbackip', is: 'yes', note: 'this machine' },
    {
      what: 'POST /cgi-bin/user/create',
      is: 'no',
      note: 'writes of any kind: the company is edited on the control page',
    },
    { what: 'POST /cgi-bin/message/send', is: 'no', note: 'messages' },
    { what: 'POST /cgi-bin/media/upload', is: 'no', note: 'media' },
    { what: 'GET /cgi-bin/service/auth/getuserinfo3rd', is: 'no', note: 'third-party apps' },
    { what: 'GET /cgi-bin/externalcontact/list', is: 'no', note: 'customers' },
  ],
}
