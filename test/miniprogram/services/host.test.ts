import { readHost } from '../../../miniprogram/services/host'

const system = (facts: object) => () => ({ language: 'zh_CN', ...facts })

describe('the host', () => {
  test('is WeCom when the client says so', () => {
    const host = readHost({ getSystemInfoSync: system({ environment: 'wxwork' }) })
    expect(host.kind).toBe('wecom')
  })

  test('is WeCom when only its login is there', () => {
    const host = readHost({ getSystemInfoSync: system({}), qy: { login: () => {} } })
    expect(host.kind).toBe('wecom')
  })

  test('is WeChat otherwise, even with an empty wx.qy', () => {
    expect(readHost({ getSystemInfoSync: system({}) }).kind).toBe('wechat')
    expect(readHost({ getSystemInfoSync: system({}), qy: {} }).kind).toBe('wechat')
  })

  test.each([
    ['zh_CN', 'zh-CN'],
    ['zh_TW', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['en', 'en'],
    ['ja', 'en'],
  ])('that speaks %s is answered in %s', (language, expected) => {
    expect(readHost({ getSystemInfoSync: system({ language }) }).language).toBe(expected)
  })
})
