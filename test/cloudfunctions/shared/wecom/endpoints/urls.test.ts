import { authorizeUrl } from '../../../../../cloudfunctions/shared/wecom/endpoints/authorize-url'
import { scanLoginUrl } from '../../../../../cloudfunctions/shared/wecom/endpoints/scan-login-url'

const app = { corpId: 'ww1234567890abcdef', agentId: 1000002 }
const redirectUri = 'https://badge.example.com:8443/web/callback?from=工作台&a=b c'
const encoded =
  'https%3A%2F%2Fbadge.example.com%3A8443%2Fweb%2Fcallback%3Ffrom%3D%E5%B7%A5%E4%BD%9C%E5%8F%B0%26a%3Db%20c'

test('the authorize URL, byte for byte', () => {
  const url = authorizeUrl('https://open.weixin.qq.com', {
    ...app,
    redirectUri,
    scope: 'snsapi_base',
    state: 'abcXYZ019',
  })
  expect(url).toBe(
    `https://open.weixin.qq.com/connect/oauth2/authorize?appid=ww1234567890abcdef&redirect_uri=${encoded}&response_type=code&scope=snsapi_base&state=abcXYZ019&agentid=1000002#wechat_redirect`,
  )
})

test('the authorize URL that asks the member first differs in its scope alone', () => {
  const url = (scope: 'snsapi_base' | 'snsapi_privateinfo') =>
    authorizeUrl('http://127.0.0.1:8787', { ...app, redirectUri, scope, state: 's' })
  expect(url('snsapi_privateinfo')).toBe(
    url('snsapi_base').replace('snsapi_base', 'snsapi_privateinfo'),
  )
})

test('the scan-login URL, byte for byte', () => {
  const url = scanLoginUrl('https://login.work.weixin.qq.com', {
    ...app,
    redirectUri,
    state: 'abcXYZ019',
    language: 'zh',
  })
  expect(url).toBe(
    `https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=CorpApp&appid=ww1234567890abcdef&agentid=1000002&redirect_uri=${encoded}&state=abcXYZ019&lang=zh`,
  )
})

test.each(['', 'a-b', 'a b', '状态', 'a\n', 'x'.repeat(129)])(
  'a state that WeCom would refuse with 84025 is refused here: %j',
  (state) => {
    const options = { ...app, redirectUri, state }
    const base = 'https://example.com'
    expect(() => authorizeUrl(base, { ...options, scope: 'snsapi_base' })).toThrow(RangeError)
    expect(() => scanLoginUrl(base, { ...options, language: 'en' })).toThrow(RangeError)
  },
)

test('a state of 128 letters is long enough for anybody, and taken', () => {
  const state = 'x'.repeat(128)
  expect(
    authorizeUrl('https://example.com', { ...app, redirectUri, scope: 'snsapi_base', state }),
  ).toContain(`&state=${state}&`)
})
