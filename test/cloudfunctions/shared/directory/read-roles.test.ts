import { readRoles } from '../../../../cloudfunctions/shared/directory/read-roles'

test('a rule may name tags, departments and people, and ask for leaders', () => {
  const roles = {
    hr: { tagIds: [12], departmentIds: [3], userIds: ['tangmin'], leaders: true, name: '人事' },
    nobody: {},
  }
  expect(readRoles(JSON.stringify(roles))).toEqual(roles)
})

test.each([
  ['{', 'is not JSON'],
  ['[]', 'must be an object of rules by role'],
  ['{"hr":[]}', 'role "hr" must be an object'],
  ['{"hr":{"tags":[1]}}', 'role "hr" knows no "tags"'],
  ['{"hr":{"toString":[1]}}', 'role "hr" knows no "toString"'],
  ['{"hr":{"tagIds":["12"]}}', 'role "hr" has a wrong value in "tagIds"'],
  ['{"hr":{"tagIds":[0]}}', 'role "hr" has a wrong value in "tagIds"'],
  ['{"hr":{"tagIds":12}}', 'role "hr" has a wrong value in "tagIds"'],
  ['{"hr":{"departmentIds":[1.5]}}', 'role "hr" has a wrong value in "departmentIds"'],
  ['{"hr":{"userIds":[7]}}', 'role "hr" has a wrong value in "userIds"'],
  ['{"hr":{"leaders":"yes"}}', 'role "hr" has a wrong value in "leaders"'],
  ['{"hr":{"name":""}}', 'role "hr" has a wrong value in "name"'],
  ['{"hr":{"name":["人事"]}}', 'role "hr" has a wrong value in "name"'],
])('%s is refused: %s', (json, problem) => {
  expect(() => readRoles(json)).toThrow(problem)
})
