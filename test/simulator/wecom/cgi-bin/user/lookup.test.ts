import { otherCorpId, company, start, type Running } from '../../running'

let wecom: Running
const wrong = () => wecom.send('user/getuserid', { mobile: '13800009999' })
const wrongMail = () => wecom.send('user/get_userid_by_email', { email: 'nobody@example.com' })
const right = () => wecom.send('user/getuserid', { mobile: '13800000001' })

afterEach(() => wecom.close())

test('more wrong lookups than a fifth of the headcount shut both calls to the corp for a day', async () => {
  wecom = await start()
  const headcount = company().members.length
  const allowed = Math.floor(headcount * 0.2)
  for (let n = 0; n < allowed; n += 1) {
    expect((await (n % 2 ? wrong() : wrongMail())).errcode).toBe(46004)
  }
  expect((await right()).errcode).toBe(0)
  expect((await wrong()).errcode).toBe(46004)
  expect((await right()).errcode).toBe(45009)
  expect((await wrongMail()).errcode).toBe(45009)
  wecom.clock.advance(24 * 3600 - 1)
  expect((await right()).errcode).toBe(45009)
  wecom.clock.advance(1)
  expect((await right()).errcode).toBe(0)
})

test('exactly the share is not too many, and is forgotten after a day', async () => {
  wecom = await start({ limits: { wrongLookupShare: 1 / company().members.length } })
  expect((await wrong()).errcode).toBe(46004)
  wecom.clock.advance(24 * 3600)
  expect((await wrong()).errcode).toBe(46004)
  expect((await right()).errcode).toBe(0)
})

test("one corp's wrong lookups do not shut another corp out", async () => {
  const both = company()
  const [badge] = both.apps
  if (!badge) throw new Error('the seed company has an app')
  both.otherCorps[0]?.apps.push({
    ...badge,
    secret: 'invented-secret-of-the-other-corp-000002',
    visibleRange: { members: [], departments: [1], tags: [] },
  })
  wecom = await start({ company: both, limits: { wrongLookupShare: 0.01 } })
  expect((await wrong()).errcode).toBe(46004)
  expect((await wrong()).errcode).toBe(45009)
  const token = await wecom.api('gettoken', {
    corpid: otherCorpId,
    corpsecret: 'invented-secret-of-the-other-corp-000002',
  })
  const access_token = String(token['access_token'])
  const reply = await wecom.post('user/getuserid', { mobile: '13800009999' }, { access_token })
  expect(reply.errcode).toBe(46004)
})
