import { refusalOf } from '../../../../simulator/wecom/control/guard'

const from = (remoteAddress: string | undefined) =>
  refusalOf({ method: 'GET', headers: { host: '127.0.0.1:8787' }, socket: { remoteAddress } })

test.each(['127.0.0.1', '::ffff:127.0.0.1', '::1', '127.8.8.8'])(
  '%s is this machine',
  (address) => {
    expect(from(address)).toBeUndefined()
  },
)

test.each(['203.0.113.7', '::ffff:203.0.113.7', '192.168.1.2', 'fe80::1', '1127.0.0.1', undefined])(
  '%s is not',
  (address) => {
    expect(from(address)).toBe('the simulator is for this machine only')
  },
)

test('a request without a Host header is refused', () => {
  const socket = { remoteAddress: '127.0.0.1' }
  expect(refusalOf({ method: 'GET', headers: {}, socket })).toContain('Host header')
})
