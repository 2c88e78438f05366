import type { CoverageTheme } from './row'

/** What WeCom sends. */
export const callbacks: CoverageTheme = {
  title: '回调 · callbacks',
  rows: [
    {
      what: 'URL 验证 URL verification',
      is: 'yes',
      note: '`POST /_sim/callbacks/verify`; the plain echostr within 1 s',
    },
    {
      what: '事件推送 delivery',
      is: 'yes',
      note: 'encrypted XML, 5 s, three more tries where the connection failed or the time ran out',
    },
    { what: 'subscribe, unsubscribe', is: 'yes', note: 'visible range, leaving, disabling' },
    { what: 'enter_agent', is: 'yes', note: '' },
    {
      what: 'change_contact',
      is: 'yes',
      note: 'members, departments and tags, full and ids-only, to 通讯录同步',
    },
    { what: 'JSON envelope', is: 'no', note: 'XML only' },
  ],
}
