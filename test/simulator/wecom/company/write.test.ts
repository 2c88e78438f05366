import { loadCompany, seedCompany, writeCompany } from '../../../../simulator/wecom/wecom'

const crowd = (size: number) => {
  const seed = seedCompany()
  const [first] = seed.members
  return {
    ...seed,
    members: [
      ...seed.members,
      ...Array.from({ length: size }, (_, at) => ({
        ...first!,
        userId: `crowd${at}`,
        name: at % 2 === 0 ? `"群众"\n: #${at}` : 'true',
      })),
    ],
  }
}

test.each(['yaml', 'json'] as const)('as %s, what is read back is the same', (format) => {
  const company = seedCompany()
  expect(loadCompany(writeCompany(company, format), 'written')).toEqual(company)
})

test('a crowd stands on one line each, and is read back the same', () => {
  const company = crowd(2500)
  const text = writeCompany(company, 'yaml')
  expect(text.split('\n').length).toBeLessThan(3000)
  expect(loadCompany(text, 'written')).toEqual(company)
})

test('what is there by default is left out', () => {
  const text = writeCompany(seedCompany(), 'yaml')
  expect(text).not.toMatch(/^\s*(status: 1|enabled: true|extattr: \[\]|directLeaders: \[\])$/m)
  expect(text).toContain('status: 2')
})
