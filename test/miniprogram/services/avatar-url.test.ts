import fc from 'fast-check'
import { avatarUrl, type AvatarSize } from '../../../miniprogram/services/avatar-url'
import vectors from '../../vectors/seed-replies.json'

const { avatar, thumb_avatar: small } = vectors['user/get ok']
const overHttps = (url: string) => url.replace(/^http:/, 'https:')
const sizes: AvatarSize[] = [0, 64, 100]

test('the original of the documented sample becomes its small picture, and back, over https', () => {
  expect(avatarUrl(avatar, 100)).toBe(overHttps(small))
  expect(avatarUrl(small, 0)).toBe(overHttps(avatar))
  expect(avatarUrl(avatar, 64)).toBe(overHttps(avatar).replace(/0$/, '64'))
})

test.each([
  ['https stays https', 'https://wework.qpic.cn/wwhead/a/0', 'https://wework.qpic.cn/wwhead/a/100'],
  ['a scheme in capitals', 'HTTP://wework.qpic.cn/a/64', 'https://wework.qpic.cn/a/100'],
  ['a picture at the top', 'http://wework.qpic.cn/0', 'https://wework.qpic.cn/100'],
  ['a size in the middle is none', 'http://a.cn/64/0/b/0', 'https://a.cn/64/0/b/100'],
  ['a query stays', 'http://a.cn/b/0?t=1/0', 'https://a.cn/b/100?t=1/0'],
])('%s', (_, url, expected) => {
  expect(avatarUrl(url, 100)).toBe(expected)
})

test.each([
  '',
  'no address',
  'http://a.cn',
  'http://a.cn/',
  'http://a.cn/b/0/',
  'http://a.cn/b/132',
  'http://a.cn/b/00',
  'http://a.cn/b.png',
  'http://a.cn/b?size=/0',
  'http://a.cn:8080/b/0',
  'http://who@a.cn/b/0',
  'http://a.cn/b c/0',
  'http://a.cn/b/0\n',
  '//a.cn/b/0',
  'ftp://a.cn/b/0',
  'javascript:alert(1)//a.cn/0',
  'data:image/png;base64,AAAA/0',
  'wxfile://store_b/0',
])('%j is left as it is', (url) => {
  for (const size of sizes) expect(avatarUrl(url, size)).toBe(url)
})

test('a second time changes nothing, and only the size asked for last counts', () => {
  const segment = fc.stringMatching(/^[A-Za-z0-9_.~-]{1,12}$/)
  const address = fc
    .tuple(fc.constantFrom('http', 'https'), fc.array(segment, { maxLength: 4 }))
    .map(([scheme, path]) => `${scheme}://wx.qlogo.cn/${path.join('/')}`)
  const anySize = fc.constantFrom(...sizes)
  fc.assert(
    fc.property(fc.oneof(address, fc.string()), anySize, anySize, (url, first, last) => {
      const once = avatarUrl(url, last)
      expect(avatarUrl(once, last)).toBe(once)
      expect(avatarUrl(avatarUrl(url, first), last)).toBe(once)
    }),
  )
})
