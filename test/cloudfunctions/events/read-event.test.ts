import fc from 'fast-check'
import { readEvent } from '../../../cloudfunctions/events/read-event'

const read = (fields: Record<string, string>) => readEvent(new Map(Object.entries(fields)), 1000002)
const contact = (changeType: string, fields: Record<string, string> = {}) =>
  read({ FromUserName: 'sys', Event: 'change_contact', ChangeType: changeType, ...fields })

test.each([
  ['subscribe', { kind: 'joined', userId: 'u1' }],
  ['unsubscribe', { kind: 'departed', userId: 'u1', reason: 'unsubscribed' }],
  ['enter_agent', undefined],
  ['template_card_event', undefined],
])('%s of the app', (event, change) => {
  const fields = { FromUserName: 'u1', CreateTime: '1700000000', Event: event, AgentID: '1000002' }
  expect(read(fields)).toEqual({ name: event, happenedAt: 1_700_000_000_000, change })
})

test.each<[string, Record<string, string>, unknown]>([
  ['create_user', { UserID: 'u1', Department: '1,2' }, undefined],
  ['delete_user', { UserID: '0012' }, { kind: 'departed', userId: '0012', reason: 'deleted' }],
  ['update_user', { UserID: 'u1', Department: '2' }, { kind: 'changed', userId: 'u1' }],
  ['update_user', { UserID: 'u1' }, { kind: 'changed', userId: 'u1' }],
  ['update_user', { UserID: 'u1', Status: '1' }, { kind: 'joined', userId: 'u1' }],
  [
    'update_user',
    { UserID: 'u1', Status: '2' },
    { kind: 'departed', userId: 'u1', reason: 'disabled' },
  ],
  [
    'update_user',
    { UserID: 'u1', Status: '4' },
    { kind: 'departed', userId: 'u1', reason: 'notActivated' },
  ],
  [
    'update_user',
    { UserID: 'u1', Status: '5' },
    { kind: 'departed', userId: 'u1', reason: 'left' },
  ],
  ['update_user', { UserID: 'u1', Status: 'toString' }, { kind: 'changed', userId: 'u1' }],
  [
    'update_user',
    { UserID: 'u1', NewUserID: 'u2', Status: '1' },
    { kind: 'departed', userId: 'u1', reason: 'renamed' },
  ],
  ['create_party', { Id: '7', ParentId: '1' }, { kind: 'departmentsChanged', departmentIds: [] }],
  ['update_party', { Id: '7', ParentId: '1' }, { kind: 'departmentsChanged', departmentIds: [7] }],
  ['delete_party', { Id: '7' }, { kind: 'departmentsChanged', departmentIds: [] }],
  [
    'update_tag',
    {
      TagId: '1',
      AddUserItems: 'u1,u2',
      DelUserItems: 'u3',
      AddPartyItems: '',
      DelPartyItems: '4, 5',
    },
    { kind: 'tagChanged', userIds: ['u1', 'u2', 'u3'], departmentIds: [4, 5] },
  ],
  ['something_new', { UserID: 'u1' }, undefined],
])('%s of contact sync with %j', (changeType, fields, change) => {
  expect(contact(changeType, fields)).toEqual({
    name: `change_contact/${changeType}`,
    happenedAt: 0,
    change,
  })
})

test('what happens in another app is no concern of ours', () => {
  const event = { FromUserName: 'u1', Event: 'unsubscribe', AgentID: '1000003' }
  expect(read(event).change).toBeUndefined()
  expect(read({ ...event, AgentID: '1000002' }).change).toBeDefined()
})

test.each(['', 'a b', 'a/b', '张三', 'x'.repeat(65), '../x', 'a\n'])(
  'an id such as %j is nobody’s',
  (id) => {
    expect(contact('delete_user', { UserID: id }).change).toBeUndefined()
    expect(read({ Event: 'unsubscribe', FromUserName: id }).change).toBeUndefined()
  },
)

test('whatever the fields hold, the name fits into a log and ids are ids', () => {
  const field = fc.constantFrom(
    'Event',
    'ChangeType',
    'UserID',
    'FromUserName',
    'Status',
    'TagId',
    'AddUserItems',
  )
  const value = fc.oneof(
    fc.constantFrom(
      'change_contact',
      'update_user',
      'update_tag',
      'unsubscribe',
      'u1',
      '2',
      'u1,,u2',
    ),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.dictionary(field, value), (fields) => {
      const { name, change } = read(fields)
      expect(name).toMatch(/^[\w/]+$/)
      expect(JSON.stringify(change) ?? '').not.toMatch(
        /"userIds?":(?!"[\w.@-]+"|\[("[\w.@-]+",?)*\])/,
      )
    }),
    { numRuns: 2000 },
  )
})
