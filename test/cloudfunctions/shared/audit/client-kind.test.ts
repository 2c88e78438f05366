import { clientKindOf } from '../../../../cloudfunctions/shared/audit/client-kind'

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [
    'android',
    `Mozilla/5.0 (Linux; Android 12; M2012K11AC) ${webkit} wxwork/4.1.22 MicroMessenger/7.0.1`,
  ],
  [
    'ios',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) wxwork/4.1.22 MicroMessenger/7.0.1',
  ],
  ['harmony', `Mozilla/5.0 (Phone; OpenHarmony 5.0) ${webkit} wxwork/4.1.30`],
  [
    'windows',
    `Mozilla/5.0 (Windows NT 10.0; WOW64) ${webkit} Chrome/86.0 wxwork/4.1.22 WindowsWechat`,
  ],
  ['mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} wxwork/4.1.22`],
  ['devtools', `Mozilla/5.0 (Macintosh) ${webkit} wechatdevtools/1.06 MicroMessenger/8.0.5`],
  ['browser', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/120.0 Safari/537.36`],
  ['unknown', 'curl/8.5.0'],
  ['unknown', `Mozilla/5.0 ${'a'.repeat(2000)}`],
  ['unknown', undefined],
])('%s: %s', (kind, userAgent) => {
  expect(clientKindOf(userAgent)).toBe(kind)
})
