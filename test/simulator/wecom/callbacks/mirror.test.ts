// Whoever hears every event knows the company: random edits, and a receiver that believes only XML.
import fc from 'fast-check'
import type { Corp, Member } from '../../../../simulator/wecom/company/company'
import { contactChanges } from '../../../../simulator/wecom/callbacks/contact-changes'
import {
  subscribersOf,
  subscriptionChanges,
} from '../../../../simulator/wecom/callbacks/subscribers'
import { createSimulator, loadCompany } from '../../../../simulator/wecom/wecom'
import { textOf } from './receiver'

const company = loadCompany(
  `
corpId: ww5eed00000000000a
name: 镜子
apps:
  - { agentId: 1, name: 应用, secret: invented-secret-of-an-app-01, visibleRange: { departments: [2], tags: [1], members: [d] } }
departments: [{ id: 1, name: 一 }, { id: 2, name: 二 }, { id: 3, name: 三, parentId: 2 }, { id: 4, name: 四 }]
tags: [{ id: 1, name: 标签, departments: [4] }]
members:
  - { userId: a, name: 甲, departments: [2], leaderOf: [2] }
  - { userId: b, name: 乙, departments: [3], directLeaders: [a] }
  - { userId: c, name: 丙, departments: [4] }
  - { userId: d, name: 丁 }
`,
  'mirror.yaml',
)

type Edit =
  | { do: 'add'; userId: string; to: number }
  | { do: 'remove' | 'rename'; userId: string }
  | { do: 'move'; userId: string; to: number[] }
  | { do: 'status'; userId: string; status: Member['status'] }
  | { do: 'position'; userId: string; position: string | null }
  | { do: 'tag'; members: string[]; departments: number[] }
  | { do: 'range'; departments: number[] }
  | { do: 'parent'; id: number; parentId: number }

const userId = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const department = fc.constantFrom(1, 2, 3, 4)
const departments = fc.uniqueArray(department, { minLength: 1, maxLength: 2 })
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), userId, to: department }),
  fc.record({ do: fc.constantFrom('remove' as const, 'rename' as const), userId }),
  fc.record({ do: fc.constant('move' as const), userId, to: departments }),
  fc.record({ do: fc.constant('status' as const), userId, status: fc.constantFrom(1, 2, 4, 5) }),
  fc.record({
    do: fc.constant('position' as const),
    userId,
    position: fc.constantFrom('经理', 'a]]>b', null),
  }),
  fc.record({
    do: fc.constant('tag' as const),
    members: fc.uniqueArray(userId, { maxLength: 2 }),
    departments: fc.uniqueArray(department, { maxLength: 1 }),
  }),
  fc.record({ do: fc.constant('range' as const), departments }),
  fc.record({
    do: fc.constant('parent' as const),
    id: fc.constantFrom(3, 4),
    parentId: department,
  }),
)

const apply = (simulator: ReturnType<typeof createSimulator>, { ...one }: Edit): void => {
  switch (one.do) {
    case 'add':
      return void simulator.addMember({ userId: one.userId, name: '新', departments: [one.to] })
    case 'remove':
      return simulator.removeMember(one.userId)
    case 'rename':
      return void simulator.renameMember(one.userId, `${one.userId}.new`)
    case 'move':
      return void simulator.editMember(one.userId, { departments: one.to })
    case 'status':
      return void simulator.editMember(one.userId, { status: one.status })
    case 'position':
      return void simulator.editMember(one.userId, { position: one.position })
    case 'tag':
      return void simulator.editTag(1, { members: one.members, departments: one.departments })
    case 'range':
      return void simulator.setApp({ visibleRange: { departments: one.departments } })
    case 'parent':
      return void simulator.editDepartment(one.id, { parentId: one.parentId })
  }
}

/** What a receiver can know: userids with their departments and status, parents, the tag's people. */
interface Mirror {
  members: Map<string, { departments: string; status: string; position: string }>
  parents: Map<string, string>
  tag: { members: Set<string>; departments: Set<string> }
  subscribers: Set<string>
}

const items = (xml: string, name: string) => (textOf(xml, name) ?? '').split(',').filter(Boolean)
const plain = (xml: string, name: string): string | undefined => {
  const content = new RegExp(`<${name}>(.*?)</${name}>`).exec(xml)?.[1]
  return content?.replace(/<!\[CDATA\[(.*?)\]\]>/g, '$1')
}

const hear = (mirror: Mirror, xml: string): void => {
  const id = plain(xml, 'UserID') ?? plain(xml, 'Id') ?? ''
  switch (textOf(xml, 'ChangeType') ?? textOf(xml, 'Event')) {
    case 'subscribe':
      return void mirror.subscribers.add(textOf(xml, 'FromUserName') ?? '')
    case 'unsubscribe':
      return void mirror.subscribers.delete(textOf(xml, 'FromUserName') ?? '')
    case 'create_user':
    case 'update_user': {
      const stood = mirror.members.get(id) ?? { departments: '', status: '', position: '' }
      mirror.members.delete(id)
      mirror.members.set(plain(xml, 'NewUserID') ?? id, {
        departments: plain(xml, 'Department') ?? stood.departments,
        status: plain(xml, 'Status') ?? stood.status,
        position: plain(xml, 'Position') ?? stood.position,
      })
      return
    }
    case 'delete_user':
      return void mirror.members.delete(id)
    case 'update_party':
      return void mirror.parents.set(id, plain(xml, 'ParentId') ?? mirror.parents.get(id) ?? '')
    case 'update_tag':
      for (const one of items(xml, 'AddUserItems')) mirror.tag.members.add(one)
      for (const one of items(xml, 'DelUserItems')) mirror.tag.members.delete(one)
      for (const one of items(xml, 'AddPartyItems')) mirror.tag.departments.add(one)
      for (const one of items(xml, 'DelPartyItems')) mirror.tag.departments.delete(one)
  }
}

const truthOf = (corp: Corp): Mirror => {
  const [app] = corp.apps
  const [tag] = corp.tags
  if (!app || !tag) throw new Error('the company of this test has an app and a tag')
  return {
    members: new Map(
      corp.members.map((member) => [
        member.userId,
        {
          departments: member.departments.join(','),
          status: String(member.status),
          position: member.position ?? '',
        },
      ]),
    ),
    parents: new Map(corp.departments.map(({ id, parentId }) => [String(id), String(parentId)])),
    tag: { members: new Set(tag.members), departments: new Set(tag.departments.map(String)) },
    subscribers: subscribersOf(corp, app),
  }
}

test('whoever hears every event of the full profile knows the company', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      const simulator = createSimulator({ company })
      const mirror = truthOf(simulator.company())
      for (const one of edits) {
        const before = simulator.company()
        try {
          apply(simulator, one)
        } catch {
          continue // what a company file could not say is not done, and not told either
        }
        const after = simulator.company()
        const events = [
          ...contactChanges(before, after, 'full'),
          ...subscriptionChanges(truthOf(before).subscribers, truthOf(after).subscribers, 1),
        ]
        for (const event of events) hear(mirror, event.xml('corp', 0))
        expect(mirror).toEqual(truthOf(after))
      }
    }),
    { numRuns: 500 },
  )
})
