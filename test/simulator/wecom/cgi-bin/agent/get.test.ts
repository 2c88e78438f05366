import { agentId, company, start, type Running } from '../../running'

let wecom: Running
const ask = (query: Record<string, string> = {}) => wecom.read('agent/get', query)

afterEach(() => wecom.close())

test('an app is told its own name and visible range', async () => {
  wecom = await start()
  expect(await ask({ agentid: String(agentId) })).toMatchObject({
    errcode: 0,
    agentid: agentId,
    name: '工牌',
    allow_userinfos: { user: [{ userid: 'chenqiming' }] },
    allow_partys: { partyid: [2, 6, 7, 10, 11, 12] },
    allow_tags: { tagid: [] },
    close: 0,
  })
})

test('of another app it is told nothing', async () => {
  const two = company()
  const [badge] = two.apps
  if (!badge) throw new Error('the seed company has an app')
  two.apps.push({ ...badge, agentId: 1000003, secret: 'the-invented-secret-of-a-second-app' })
  wecom = await start({ company: two })
  expect((await ask({ agentid: '1000003' })).errcode).toBe(301002)
})

test.each([
  [41011, 'no agentid', {}],
  [40056, 'what is no number', { agentid: '工牌' }],
  [40056, 'an app that is not there', { agentid: '77' }],
])('answers %d to %s', async (errcode, _case, query) => {
  wecom = await start()
  expect((await ask(query)).errcode).toBe(errcode)
})
