import { fingerprint, tokenKey } from '../../../../cloudfunctions/shared/access-token/fingerprint'

const owner = {
  corpId: 'ww5eed000000000001',
  agentId: 1000002,
  apiBase: 'https://qyapi.weixin.qq.com',
  corpSecret: 'invented-secret-of-the-badge-app-0000000002',
}

test('a fingerprint tells secrets apart and shows nothing of them', () => {
  expect(fingerprint('a secret')).not.toBe(fingerprint('a secres'))
  expect(fingerprint('a secret')).toMatch(/^[\w-]{16}$/)
})

test.each([
  ['corp', { corpId: 'ww5eed000000000002' }],
  ['app', { agentId: 1000003 }],
  ['host', { apiBase: 'https://wecom.example.com' }],
  ['secret', { corpSecret: 'another' }],
])('another %s has another token', (_, change) => {
  expect(tokenKey({ ...owner, ...change })).not.toBe(tokenKey(owner))
})

test('the key names corp and app, and holds no secret', () => {
  expect(tokenKey(owner)).toMatch(/^access-token:1:ww5eed000000000001:1000002:[\w-]{16}$/)
})
