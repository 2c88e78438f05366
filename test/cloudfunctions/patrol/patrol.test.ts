import { patrol } from '../../../cloudfunctions/patrol/define'
import { readAudit } from '../../../cloudfunctions/shared/audit/read-audit'
import { createOpenRechecks } from '../../../cloudfunctions/shared/employees/open-rechecks'
import type { FaultRule } from '../../../simulator/wecom/faults/rule'
import {
  contactCallback,
  contactChange,
  openCompany,
  type CompanyAtWork,
} from '../../support/company'
import { agentId, corpId } from '../../simulator/wecom/running'

const keyPrefix = `${corpId}:${agentId}`
const minute = 60_000
const memberPath = '/cgi-bin/user/get'
const gone = ['SESSION_REFUSED', 'SESSION_REFUSED']
const here = ['ok', 'ok']

let company: CompanyAtWork
const open = async (variables: Record<string, string> = {}) => {
  company = await openCompany({ variables })
}
afterEach(() => company.close())

const later = (minutes: number) => company.clock.advance(minutes * minute)
const asked = (path = memberPath) =>
  company.wecom.requests().filter((entry) => entry.path === path).length
const reasonOf = async (userId: string) => {
  for await (const record of readAudit({ store: company.store, keyPrefix, since: 0, userId })) {
    if (record.kind === 'revoked' && record.by === 'patrol') return record.reason
  }
  return undefined
}

describe('without any event', () => {
  beforeEach(() => open())

  test.each([
    ['disabled', () => company.wecom.editMember('zhangsan', { status: 2 })],
    ['notActivated', () => company.wecom.editMember('zhangsan', { status: 4 })],
    ['left', () => company.wecom.editMember('zhangsan', { status: 5 })],
    ['notVisible', () => company.wecom.removeMember('zhangsan')],
    ['notVisible', () => company.wecom.editMember('zhangsan', { departments: [13] })],
  ])('a person who is %s is out within the period', async (reason, leave) => {
    const session = await company.signIn('zhangsan')
    const colleague = await company.signIn('lisi')
    await company.patrol()
    leave()
    later(15)
    expect(await company.patrol()).toMatchObject({ confirmed: 1, revoked: 1, behindMs: 0 })
    expect(await company.employees.read('zhangsan')).toMatchObject({ active: false })
    later(0.5)
    expect(await company.profiles(session)).toEqual(gone)
    expect(await company.profiles(colleague)).toEqual(here)
    expect(await reasonOf('zhangsan')).toBe(reason)
  })

  test('a move to another department is found as well', async () => {
    await company.signIn('zhangsan')
    company.wecom.editMember('zhangsan', { departments: [10] })
    later(1)
    await company.patrol()
    expect(await company.employees.read('zhangsan')).toMatchObject({
      standing: { departmentIds: [10] },
    })
  })
})

describe('when WeCom gives no answer, nobody loses a session', () => {
  beforeEach(() => open())

  test.each<[what: string, rule: FaultRule, isAway: boolean]>([
    ['it is busy', { path: memberPath, kind: 'errcode', errcode: -1, times: 'always' }, true],
    [
      'it was asked too often',
      { path: memberPath, kind: 'errcode', errcode: 45009, times: 'always' },
      true,
    ],
    [
      'the address is not trusted',
      { path: memberPath, kind: 'errcode', errcode: 60020, times: 'always' },
      true,
    ],
    [
      'the secret is wrong',
      { path: '/cgi-bin/gettoken', kind: 'errcode', errcode: 40001, times: 'always' },
      true,
    ],
    [
      'the token is refused again and again',
      { path: memberPath, kind: 'errcode', errcode: 40014, times: 'always' },
      true,
    ],
    ['the line is cut', { path: '*', kind: 'cut', when: 'before', times: 'always' }, true],
    ['it answers with a page', { path: memberPath, kind: 'html', times: 'always' }, false],
    [
      'it answers with a number nobody knows',
      { path: memberPath, kind: 'errcode', errcode: 99999, times: 'always' },
      false,
    ],
  ])('%s', async (_what, rule, isAway) => {
    const session = await company.signIn('zhangsan')
    await company.signIn('lisi')
    later(1)
    if (rule.path === '/cgi-bin/gettoken') company.wecom.invalidateTokens(corpId, agentId)
    company.wecom.faults.add(rule)
    company.wecom.editMember('lisi', { status: 2 })
    expect(await company.patrol()).toMatchObject({ revoked: 0, isWecomAway: isAway })
    expect(await company.profiles(session)).not.toContain('SESSION_REFUSED')
    expect(await company.employees.read('lisi')).toMatchObject({ active: true })
    company.wecom.faults.clear()
    // The longest hold after a refusal that asking again can't change.
    later(15)
    expect(await company.patrol()).toMatchObject({ confirmed: 1, revoked: 1, isWecomAway: false })
  })

  test('departments that may not be read say nothing about a person', async () => {
    const session = await company.signIn('zhangsan')
    later(11)
    for (const path of ['/cgi-bin/department/list', '/cgi-bin/department/simplelist']) {
      company.wecom.faults.add({ path, kind: 'errcode', errcode: 60011, times: 'always' })
    }
    expect(await company.patrol()).toMatchObject({ revoked: 0 })
    company.wecom.faults.clear()
    expect(await company.profiles(session)).toEqual(here)
  })
})

describe('a run has its limits, and the next goes on', () => {
  const signInMany = async () => {
    const { members } = company.wecom.people()[0] ?? { members: [] }
    const visible: string[] = []
    for (const { userId } of members) {
      if ((await company.signIn(userId)).includes('.')) visible.push(userId)
      if (visible.length === 25) break
    }
    return visible
  }

  test('of calls: everybody is asked about once in a round, however many runs it takes', async () => {
    await open({ PATROL_CALLS: '10' })
    const people = await signInMany()
    later(1)
    const before = asked()
    const reports = []
    for (let runs = 0; runs < 4; runs++) {
      reports.push(await company.patrol(company.instance('patrol', patrol)))
      later(1)
    }
    expect(reports.map(({ confirmed }) => confirmed)).toEqual([10, 10, 5, 0])
    expect(asked() - before).toBe(people.length)
  })

  test('it says how far behind it is', async () => {
    await open({ PATROL_CALLS: '10', PATROL_EVERY: '2' })
    await signInMany()
    await company.patrol()
    const behind: number[] = []
    for (let runs = 0; runs < 7; runs++) {
      later(1)
      behind.push((await company.patrol()).behindMs / minute)
    }
    // Rounds begin at 0, 2 and 5 and end at 0, 4 and 7: with ten calls a minute, 25 people take three.
    expect(behind).toEqual([0, 0, 1, 0, 1, 2, 0])
  })

  test('of instances: one at a time, and the lease of one that was killed ends', async () => {
    await open()
    await company.signIn('zhangsan')
    later(1)
    const reports = await Promise.all(
      [1, 2, 3].map(() => company.patrol(company.instance('patrol', patrol))),
    )
    expect(reports.filter(({ isRelieved }) => isRelieved)).toHaveLength(2)
    later(16)
    await company.store.put(`${keyPrefix}:patrol:lease`, { holder: 'killed' }, 65_000)
    expect(await company.patrol()).toMatchObject({ isRelieved: true })
    later(2)
    expect(await company.patrol()).toMatchObject({ isRelieved: false, confirmed: 1 })
  })
})

describe('nobody is asked about without need', () => {
  beforeEach(() => open())

  test('who has just signed in, who has no session any more, and nobody before it is time', async () => {
    await company.signIn('zhangsan')
    const before = asked()
    expect(await company.patrol()).toMatchObject({ confirmed: 0 })
    later(14)
    expect(await company.patrol()).toMatchObject({ confirmed: 0 })
    expect(asked()).toBe(before)
    later(1)
    expect(await company.patrol()).toMatchObject({ confirmed: 1 })
    later(31)
    expect(await company.patrol()).toMatchObject({ confirmed: 0 })
    expect(asked()).toBe(before + 1)
  })

  test('the token is replaced before it ends, whoever needs it next', async () => {
    await company.signIn('zhangsan')
    await company.patrol()
    later(100)
    await company.patrol()
    expect(asked('/cgi-bin/gettoken')).toBe(1)
    later(11)
    await company.patrol(company.instance('patrol', patrol))
    expect(asked('/cgi-bin/gettoken')).toBe(2)
  })

  test('what has expired is deleted', async () => {
    await company.signIn('zhangsan')
    later(30)
    expect((await company.patrol()).removed).toBeGreaterThan(0)
  })
})

describe('what an event began is finished', () => {
  beforeEach(() => open())

  test('when WeCom did not answer at the event', async () => {
    await company.signIn('zhangsan')
    company.wecom.editMember('zhangsan', { departments: [10] })
    company.wecom.faults.add({ path: memberPath, kind: 'errcode', errcode: -1, times: 'always' })
    await company.tell(
      contactChange('update_user', company.clock.now(), { UserID: 'zhangsan' }),
      contactCallback.keys,
    )
    company.wecom.faults.clear()
    later(1)
    expect(await company.patrol()).toMatchObject({ confirmed: 1 })
    expect(await company.employees.read('zhangsan')).toMatchObject({
      standing: { departmentIds: [10] },
    })
    later(1)
    expect(await createOpenRechecks(company.store, keyPrefix).read()).toEqual([])
  })
})

test('a report holds numbers, and nobody’s name', async () => {
  await open()
  await company.signIn('zhangsan')
  later(1)
  company.wecom.removeMember('zhangsan')
  await company.patrol()
  const lines = company.lines.filter((line) => line.includes('"event":"patrol"'))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('"revoked":1')
  expect(lines.join()).not.toContain('zhangsan')
})
