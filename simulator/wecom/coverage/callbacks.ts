import type { CoverageTheme } from './row'

/** What WeCom sends. */
export const callbacks: CoverageTheme = {
  title: '回调 · callbacks',
  rows: [
    {
      what: 'URL 验证 URL verification',
      is: 'yes',
      note: '`POST /_sim/callbacks/verify`; the plain echostr within 1 s, 40057 with its reason; events are sent to a URL that was never verified too',
    },
    {
      what: '事件推送 delivery',
      is: 'yes',
      note: 'encrypted XML, 5 s, three more tries where the connection failed or the time ran out',
    },
    { what: 'subscribe, unsubscribe', is: 'yes', note: 'visible range, leaving, disabling' },
    {
      what: 'enter_agent',
      is: 'partly',
      note: '`/_sim/open` with an entry; the console’s switch for reporting is not modelled',
    },
    { what: '菜单、位置、消息 other events', is: 'no', note: '' },
    {
      what: 'change_contact',
      is: 'yes',
      note: 'members with a changed userid, departments and tags, full and ids-only, to 通讯录同步',
    },
    { what: 'JSON envelope', is: 'no', note: 'XML only' },
  ],
}
