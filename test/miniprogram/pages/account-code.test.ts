import { accountCode } from '../../../miniprogram/pages/badge/account-code'

const svgOf = (userId: string) =>
  decodeURIComponent(accountCode(userId).replace('data:image/svg+xml,', ''))

describe('the code on the back', () => {
  test('is a picture that any client can show, black on white', () => {
    expect(accountCode('zhangsan')).toMatch(/^data:image\/svg\+xml,%3Csvg/)
    expect(svgOf('zhangsan')).toMatch(/<rect [^>]*fill="#fff".*<path d="M/)
  })

  test('differs for every account, and is the same for the same one', () => {
    expect(svgOf('zhangsan')).toBe(svgOf('zhangsan'))
    expect(svgOf('zhangsan')).not.toBe(svgOf('lisi'))
  })

  test('has room for the longest account, 64 bytes', () => {
    expect(svgOf('a'.repeat(64)).length).toBeGreaterThan(svgOf('a').length)
  })
})
