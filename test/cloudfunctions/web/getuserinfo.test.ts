/** Both ways to exchange a visitor's code, and what the old one tells of their device. */
import type { AuditRecord } from '../../../cloudfunctions/shared/audit/audit-record'
import { readAudit } from '../../../cloudfunctions/shared/audit/read-audit'
import { agentId, corpId } from '../../simulator/wecom/running'
import { createBrowser, openSite, site, type Site } from './visitor'

const old = { WECOM_GETUSERINFO: 'user' }
let at: Site
afterEach(() => at.close())

const visit = (person: string) => createBrowser(at.main, at.wecom.url, person).visit('/web/')
const exchanges = () =>
  at.wecom
    .requests()
    .filter(({ path }) => path.endsWith('/getuserinfo'))
    .map(({ path, errcode }) => [path, errcode])
const audit = async (): Promise<AuditRecord[]> => {
  const query = { store: at.store, keyPrefix: `${corpId}:${agentId}`, since: 0 }
  const records = []
  for await (const record of readAudit(query)) records.push(record)
  return records
}
const deviceId = /^[\w-]{32}$/

test('auth/getuserinfo is asked unless WECOM_GETUSERINFO says otherwise, and tells no device', async () => {
  at = await openSite()
  await visit('zhangsan')
  expect(exchanges()).toEqual([['/cgi-bin/auth/getuserinfo', 0]])
  expect(await audit()).toMatchObject([{ kind: 'signIn', userId: 'zhangsan' }])
  expect((await audit())[0]).not.toHaveProperty('deviceId')
})

describe.each(['number', 'text', 'only on errors'] as const)(
  'the old user/getuserinfo, its errcode as %s',
  (oldGetuserinfoErrcode) => {
    beforeEach(async () => {
      at = await openSite(old, '{}', { oldGetuserinfoErrcode })
    })

    test('lets a member in', async () => {
      const { statusCode, body } = await visit('zhangsan')
      expect([statusCode, body.includes('张三')]).toEqual([200, true])
      expect(exchanges().map(([path]) => path)).toEqual(['/cgi-bin/user/getuserinfo'])
    })

    test.each(['fangke', 'luren', 'ww5eed000000000002/zhengyuan', 'ww5eed000000000003/heliang'])(
      'keeps %s out, who is no member',
      async (person) => {
        const { statusCode, body } = await visit(person)
        expect([statusCode, body.includes('不是本企业的成员')]).toEqual([403, true])
      },
    )
  },
)

test('the old one is told the app of the link: the token of another app is refused', async () => {
  at = await openSite({ ...old, WECOM_AGENT_ID: '1000003' })
  const browser = createBrowser(at.main, at.wecom.url, 'zhangsan')
  const { location = '' } = (await browser.get('/web/signin')).headers
  expect(location).toContain('agentid=1000003')
  const back = await browser.atWecom(location.replace('1000003', String(agentId)))
  const { statusCode, body } = await browser.get(back.slice(site.length))
  expect([statusCode, body.includes('301002')]).toEqual([502, true])
})

test('the device stands in the audit, of who came in and of who did not, and nowhere else', async () => {
  at = await openSite(old)
  const pages = []
  for (const person of ['zhangsan', 'yuanhong', 'luren']) {
    const browser = createBrowser(at.main, at.wecom.url, person)
    pages.push(await browser.visit('/web/'), await browser.get('/web/me'), browser.cookie)
    at.clock.advance(1)
  }
  const records = await audit()
  const told = { deviceId: expect.stringMatching(deviceId) }
  expect(records.filter(({ kind }) => kind !== 'revoked')).toMatchObject([
    { kind: 'signIn', userId: 'zhangsan', via: 'web', ...told },
    { kind: 'signInRefused', userId: 'yuanhong', reason: 'MEMBER_DISABLED', ...told },
    { kind: 'signInRefused', reason: 'OTHER_CORP', ...told },
  ])
  const keys = await at.store.scan('', 1000)
  const elsewhere = keys.filter((key) => !key.includes(':audit:'))
  const kept = await Promise.all(elsewhere.map((key) => at.store.get(key)))
  const everything = JSON.stringify([pages, at.lines, elsewhere, kept])
  expect(elsewhere.length).toBeGreaterThan(0)
  for (const record of records) {
    if ('deviceId' in record) expect(everything).not.toContain(record.deviceId)
  }
})
