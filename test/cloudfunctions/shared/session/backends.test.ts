import { readBackends } from '../../../../cloudfunctions/shared/session/backends'

test.each([
  ['nonsense', 'is not JSON'],
  ['["payroll"]', 'must be an object of back-ends by name'],
  ['{"Payroll":{}}', 'has a name that is not of a-z, 0-9 and -'],
  ['{"gongpai":{}}', `can't have "gongpai": that is we ourselves`],
  ['{"payroll":"secret"}', '"payroll" must be an object'],
  ['{"payroll":{"secret":"plain"}}', '"payroll" knows nothing but secretSha256'],
  [
    '{"payroll":{"secretSha256":"plain"}}',
    '"payroll" has a secretSha256 that is not 64 hexadecimal digits in lower case',
  ],
])('BACKENDS=%s is refused, and says what is wrong', (json, problem) => {
  expect(() => readBackends(json)).toThrow(problem)
})

test('a mistake never quotes what may be a secret', () => {
  expect(() => readBackends('{"payroll":{"secretSha256":"hunter2-in-clear"}}')).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
  )
})
