import type { CoverageTheme } from './row'

/** What an answer depends on. */
export const rules: CoverageTheme = {
  title: '规则 · rules',
  rows: [
    {
      what: '返回格式 envelope',
      is: 'yes',
      note: 'hint, caller’s address, query tool; `Error-Code` and `Error-Msg` headers; HTTP 200',
    },
    {
      what: '请求方式 wrong verb, wrong body',
      is: 'yes',
      note: 'a missing parameter, never 405; `Warning: wrong json format.`; 40033, 40206',
    },
    {
      what: 'access_token',
      is: 'yes',
      note: 'per app, 7200 s or as told, taken back early, 41001, 40014, 42001; query only',
    },
    { what: 'secret', is: 'yes', note: '40001, another corp’s 40091, reset, one-hour ban' },
    {
      what: '通讯录同步 contact sync',
      is: 'partly',
      note: 'its secret: the whole corp, 48002, 48009 for newer addresses; it cannot write',
    },
    { what: '应用停用 disabled app', is: 'yes', note: '50003, or 40001 at gettoken by choice' },
    {
      what: '可见范围 visible range',
      is: 'yes',
      note: 'members, departments with all below them, tags; in every endpoint',
    },
    {
      what: '敏感字段 personal fields',
      is: 'yes',
      note: 'by the app’s creation date, 2022-06-20 20:00, or by `legacyFields`',
    },
    { what: '企业可信IP trusted IPs', is: 'yes', note: '60020; the minute of delay as an option' },
    {
      what: 'js_code',
      is: 'yes',
      note: 'bound to corp, mini program and platform, once, 300 s',
    },
    {
      what: 'session_key',
      is: 'partly',
      note: 'a new exchange replaces the former one; its life, which no document tells, is 3 days',
    },
    { what: '其他企业 several corps', is: 'yes', note: 'visitors, 92002, mixed-up secrets' },
    {
      what: '频率限制 frequency',
      is: 'yes',
      note: 'per corp and per address, minute and hour, each path; cool-down as long as the window',
    },
    {
      what: '并发 concurrency',
      is: 'partly',
      note: '45033 above a number of calls at once that is ours: WeCom does not tell its own',
    },
    { what: 'debug=1', is: 'partly', note: 'five calls a minute; it has no other effect' },
    { what: 'TLS', is: 'no', note: 'plain HTTP on this machine; 48010 never comes' },
  ],
}
