import type { Employee } from '../../../../typings/api'
import { withGiven } from '../../../../cloudfunctions/shared/employees/given'
import { personOf } from './people'

const employee = (change: Partial<Employee>): Employee => ({
  ...personOf('zhangsan').employee,
  ...change,
})
const silent = employee({
  withheld: { mobile: 'byWecom', email: 'byWecom', gender: 'byWecom', alias: 'empty' },
})

test('fills what WeCom does not tell, and says no more that it is withheld', () => {
  expect(withGiven(silent, { mobile: '138', email: 'a@b.cn', gender: 'female' })).toEqual({
    ...silent,
    contact: { mobile: '138', email: 'a@b.cn' },
    more: { gender: 'female' },
    withheld: { alias: 'empty' },
  })
})

test('leaves what stands beside it alone', () => {
  const known = employee({ ...silent, contact: { telephone: '020' }, more: { qrCode: 'q' } })
  expect(withGiven(known, { mobile: '138' })).toMatchObject({
    contact: { telephone: '020', mobile: '138' },
    more: { qrCode: 'q' },
    withheld: { email: 'byWecom', gender: 'byWecom' },
  })
})

test.each([
  ['WeCom tells it', { contact: { mobile: '139' } }],
  ['WeCom says that there is none', { withheld: { mobile: 'empty' } }],
  ['the configuration does not list it', { withheld: { mobile: 'byConfiguration' } }],
] as [string, Partial<Employee>][])('fills nothing where %s', (_, change) => {
  const known = employee(change)
  expect(withGiven(known, { mobile: '138' })).toBe(known)
})

test('what was given earlier may be given anew', () => {
  const first = withGiven(silent, { mobile: '138' })
  expect(withGiven(first, { mobile: '137' }, { mobile: '138' }).contact).toEqual({ mobile: '137' })
  expect(withGiven(first, { mobile: '137' }).contact).toEqual({ mobile: '138' })
})

test('nothing given changes nothing', () => {
  expect(withGiven(silent)).toBe(silent)
})
