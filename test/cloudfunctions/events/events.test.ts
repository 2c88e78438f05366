import { createOpenRechecks } from '../../../cloudfunctions/shared/employees/open-rechecks'
import { readAudit } from '../../../cloudfunctions/shared/audit/read-audit'
import { envelopeOf, sealCallback, signed } from '../../support/callback'
import {
  appCallback,
  contactCallback,
  contactChange,
  openCompany,
  subscription,
  xmlOf,
  type CompanyAtWork,
} from '../../support/company'
import { agentId, corpId } from '../../simulator/wecom/running'

const keyPrefix = `${corpId}:${agentId}`
const memberPath = '/cgi-bin/user/get'

let company: CompanyAtWork
beforeEach(async () => {
  company = await openCompany({ roles: '{"trainer":{"tagIds":[1]}}' })
})
afterEach(() => company.close())

const now = () => company.clock.now()
const contacts = contactCallback.keys
const unsubscribe = (userId = 'zhangsan') => subscription('unsubscribe', userId, now())
const audit = async () => {
  const records = []
  for await (const record of readAudit({ store: company.store, keyPrefix, since: 0 }))
    records.push(record)
  return records
}
const inTheirPlaces = async (session: string) => {
  company.clock.advance(30_000)
  return company.profiles(session)
}
const gone = ['SESSION_REFUSED', 'SESSION_REFUSED']
const here = ['ok', 'ok']

describe('the verification of the address', () => {
  const verify = async (text: string, keys = appCallback.keys) => {
    const { encrypted, ...parameters } = sealCallback(text, keys, now())
    return company.requestEvents('GET', parameters, { echostr: encrypted })
  }

  test.each([appCallback.keys, contactCallback.keys])(
    'is answered with the bare text',
    async (keys) => {
      expect(await verify('1616140317555161061', keys)).toEqual({
        statusCode: 200,
        headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
        body: '1616140317555161061',
      })
    },
  )

  test('opens no event for whoever has seen one pass by', async () => {
    expect(await verify(xmlOf(unsubscribe()))).toEqual({
      statusCode: 400,
      headers: expect.anything(),
      body: '',
    })
  })

  test('works where a gateway made spaces of plus signs', async () => {
    for (let n = 0; n < 20; n++) {
      const { encrypted, ...parameters } = sealCallback(`echo ${n}`, appCallback.keys, now())
      const echostr = encrypted.replaceAll('+', ' ')
      expect(await company.requestEvents('GET', parameters, { echostr })).toMatchObject({
        body: `echo ${n}`,
      })
    }
  })
})

describe('a person is shut out everywhere within a minute', () => {
  test.each([
    ['unsubscribe', 'zhangsan', 'unsubscribed'],
    ['unsubscribe', 'ZhangSan', 'unsubscribed'],
  ] as const)('%s of %s', async (event, userId, reason) => {
    const session = await company.signIn('zhangsan')
    company.clock.advance(60_000)
    expect(await company.profiles(session)).toEqual(here)
    expect(await company.tell(subscription(event, userId, now()))).toMatchObject({
      statusCode: 200,
      body: 'success',
    })
    expect(await inTheirPlaces(session)).toEqual(gone)
    expect(await audit()).toContainEqual({
      kind: 'revoked',
      userId,
      reason,
      by: 'event',
      at: expect.any(Number),
    })
  })

  test.each([
    ['delete_user', {}, 'deleted'],
    ['update_user', { Status: 2 }, 'disabled'],
    ['update_user', { Status: 4 }, 'notActivated'],
    ['update_user', { Status: 5 }, 'left'],
    ['update_user', { NewUserID: 'zhangsan2' }, 'renamed'],
  ])('%s %j', async (changeType, fields, reason) => {
    const session = await company.signIn('zhangsan')
    company.clock.advance(60_000)
    await company.tell(
      contactChange(changeType, now(), { UserID: 'zhangsan', ...fields }),
      contacts,
    )
    expect(await inTheirPlaces(session)).toEqual(gone)
    expect(await audit()).toContainEqual(
      expect.objectContaining({ kind: 'revoked', reason, by: 'contactEvent' }),
    )
  })

  test('also when the event tells nothing but that something has changed', async () => {
    const session = await company.signIn('zhangsan')
    company.wecom.editMember('zhangsan', { status: 2 })
    await company.tell(contactChange('update_user', now(), { UserID: 'zhangsan' }), contacts)
    expect(await inTheirPlaces(session)).toEqual(gone)
  })

  test('and a sign-in that asked WeCom before does not let them in', async () => {
    await company.tell(unsubscribe('lisi'))
    const record = await company.employees.read('lisi')
    expect(record).toMatchObject({ active: false, revokedAt: now() })
  })
})

describe('nobody is shut out', () => {
  test.each([
    ['by somebody else’s departure', () => company.tell(unsubscribe('lisi'))],
    ['by an event of another app', () => company.tell({ ...unsubscribe(), AgentID: 1000003 })],
    ['by coming', () => company.tell(subscription('subscribe', 'zhangsan', now()))],
    ['by opening the app', () => company.tell({ ...unsubscribe(), Event: 'enter_agent' })],
    [
      'by a change that leaves them where they are',
      () =>
        company.tell(
          contactChange('update_user', now(), { UserID: 'zhangsan', Department: '4' }),
          contacts,
        ),
    ],
    [
      'by a new colleague',
      () => company.tell(contactChange('create_user', now(), { UserID: 'zhangsan' }), contacts),
    ],
    [
      'by a message',
      () => company.tell({ FromUserName: 'zhangsan', MsgType: 'text', Content: 'x' }),
    ],
  ])('%s', async (_how, tell) => {
    const session = await company.signIn('zhangsan')
    company.clock.advance(60_000)
    expect(await tell()).toMatchObject({ statusCode: 200 })
    expect(await inTheirPlaces(session)).toEqual(here)
  })

  test('by a departure that is older than what WeCom has said since', async () => {
    const departure = unsubscribe()
    company.clock.advance(2000)
    const session = await company.signIn('zhangsan')
    await company.tell(departure)
    expect(await inTheirPlaces(session)).toEqual(here)
    company.wecom.hideMember('zhangsan')
    await company.tell({ ...departure, EventKey: 'another' })
    expect(await inTheirPlaces(session)).toEqual(gone)
  })

  test('by a copy of a departure after they came back', async () => {
    const sealed = sealCallback(xmlOf(unsubscribe()), appCallback.keys, now())
    const replay = () =>
      company.requestEvents('POST', sealed, { body: envelopeOf(sealed.encrypted, corpId, agentId) })
    await replay()
    company.clock.advance(1)
    const session = await company.signIn('zhangsan')
    for (let n = 0; n < 100; n++) expect(await replay()).toMatchObject({ statusCode: 200 })
    expect(await inTheirPlaces(session)).toEqual(here)
  })
})

describe('what a person may see follows them at once', () => {
  const standing = async (userId: string) => {
    const record = await company.employees.read(userId)
    return record?.active ? record.standing : undefined
  }

  test('into another department', async () => {
    await company.signIn('zhangsan')
    expect((await standing('zhangsan'))?.lineage).toContain(3)
    company.wecom.editMember('zhangsan', { departments: [10] })
    await company.tell(
      contactChange('update_user', now(), { UserID: 'zhangsan', Department: '10' }),
      contacts,
    )
    expect((await standing('zhangsan'))?.departmentIds).toEqual([10])
    expect((await standing('zhangsan'))?.lineage).not.toContain(3)
  })

  test('with a whole department that moves below another', async () => {
    for (const userId of ['zhangsan', 'lisi', 'xuhaoran']) await company.signIn(userId)
    company.wecom.editDepartment(3, { parentId: 6 })
    await company.tell(contactChange('update_party', now(), { Id: 3, ParentId: 6 }), contacts)
    for (const userId of ['zhangsan', 'lisi']) {
      expect((await standing(userId))?.lineage).toEqual(expect.arrayContaining([4, 3, 6]))
    }
    expect((await standing('xuhaoran'))?.lineage).toEqual(expect.not.arrayContaining([3]))
  })

  test('with a tag that is given, and one that is taken', async () => {
    await company.signIn('lisi')
    await company.signIn('zhangsan')
    company.wecom.editTag(1, { members: ['lisi'] })
    const change = { TagId: 1, AddUserItems: 'lisi', DelUserItems: 'zhangsan,tangmin' }
    await company.tell(contactChange('update_tag', now(), change), contacts)
    expect((await standing('lisi'))?.roles).toEqual(['trainer'])
    expect((await standing('zhangsan'))?.roles).toEqual([])
  })

  test('with a tag that a department is given', async () => {
    await company.signIn('xuhaoran')
    company.wecom.editTag(1, { departments: [6] })
    await company.tell(
      contactChange('update_tag', now(), { TagId: 1, AddPartyItems: '6' }),
      contacts,
    )
    expect((await standing('xuhaoran'))?.roles).toEqual(['trainer'])
  })

  test('when WeCom does not answer: nobody decides by the old profile, and the clock asks again', async () => {
    const session = await company.signIn('zhangsan')
    company.wecom.faults.add({ path: memberPath, kind: 'errcode', errcode: 45009, times: 'always' })
    expect(
      await company.tell(contactChange('update_user', now(), { UserID: 'zhangsan' }), contacts),
    ).toMatchObject({ statusCode: 200 })
    const record = await company.employees.read('zhangsan')
    expect(record).toMatchObject({ active: true, employee: { confirmedAt: 0 } })
    const open = await createOpenRechecks(company.store, keyPrefix).read()
    expect(open.map(({ affected }) => affected)).toEqual([
      { userIds: ['zhangsan'], departmentIds: [] },
    ])
    expect(record?.sessions).toHaveLength(1)
    expect(session).not.toBe('')
  })
})

describe('whatever is wrong, its sender hears the same', () => {
  const honest = () => sealCallback(xmlOf(unsubscribe()), appCallback.keys, now())
  const envelope = (text: string) => envelopeOf(text, corpId, agentId)
  const post = (sealed = honest(), body = envelope(sealed.encrypted)) =>
    company.requestEvents('POST', sealed, { body })
  const withKeys = (change: object) =>
    sealCallback('<xml><a>b</a></xml>', { ...appCallback.keys, ...change }, now())
  const inside = (message: string) => sealCallback(message, appCallback.keys, now())

  test.each<[reason: string, what: string, send: () => ReturnType<typeof post>]>([
    ['envelope', 'nothing', () => post(honest(), '')],
    ['envelope', 'JSON', () => post(honest(), JSON.stringify({ encrypt: honest().encrypted }))],
    [
      'envelope',
      'an envelope with a comment',
      () => post(honest(), '<xml><!-- --><Encrypt>a</Encrypt></xml>'),
    ],
    [
      'envelope',
      'an envelope without contents',
      () => post(honest(), '<xml><ToUserName>a</ToUserName></xml>'),
    ],
    [
      'envelope',
      'another method',
      () => company.requestEvents('PUT', honest(), { body: envelope(honest().encrypted) }),
    ],
    ['envelope', 'a page that a browser opens', () => company.requestEvents('GET', honest(), {})],
    ['shape', 'a nonce with a line break', () => post({ ...honest(), nonce: '1\n' })],
    [
      'age',
      'a callback of yesterday',
      () => post(sealCallback('<xml/>', appCallback.keys, now() - 86_400_000)),
    ],
    ['signature', 'another token', () => post(withKeys({ callbackToken: 'x' }))],
    ['receiver', 'another corp', () => post(withKeys({ receiveId: 'ww0000000000000000' }))],
    [
      'padding',
      'bytes that nobody encrypted',
      () => {
        const { timestamp, nonce } = honest()
        return post(
          signed(appCallback.token, {
            timestamp,
            nonce,
            encrypted: Buffer.alloc(64).toString('base64'),
          }),
        )
      },
    ],
    ['xml', 'a text that is no XML', () => post(inside('hello'))],
    ['xml', 'XML with a doctype', () => post(inside('<!DOCTYPE x><xml><a>b</a></xml>'))],
    ['xml', 'a field twice', () => post(inside('<xml><UserID>a</UserID><UserID>b</UserID></xml>'))],
  ])('%s: %s', async (reason, _what, send) => {
    const session = await company.signIn('zhangsan')
    expect(await send()).toEqual({
      statusCode: 400,
      headers: { 'cache-control': 'no-store' },
      body: '',
    })
    expect(company.lines.join()).toContain(`"event":"callbackRefused","reason":"${reason}"`)
    expect(await inTheirPlaces(session)).toEqual(here)
  })

  test('more than 64 KB', async () => {
    const body = envelope('A'.repeat(70_000))
    expect(await post(honest(), body)).toEqual({
      statusCode: 400,
      headers: { 'cache-control': 'no-store' },
      body: '',
    })
  })
})

test('the log tells the name of an event, and nothing of whom it is about', async () => {
  await company.tell(unsubscribe('zhangsan'))
  await company.tell(unsubscribe('zhangsan'))
  await company.tell({ ...unsubscribe('zhangsan'), Event: 'open_approval_change' })
  const told = company.lines.filter((line) => line.includes('"event":"callback"'))
  expect(told.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { name: 'unsubscribe', outcome: 'carriedOut' },
    { name: 'unsubscribe', outcome: 'hadBefore' },
    { name: 'open_approval_change', outcome: 'ignored' },
  ])
  expect(company.lines.join()).not.toContain('zhangsan')
})
