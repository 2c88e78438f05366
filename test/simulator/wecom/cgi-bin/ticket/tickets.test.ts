import { company, corpId, start, type Running } from '../../running'

let wecom: Running
const ofCorp = () => wecom.read('get_jsapi_ticket')
const ofApp = () => wecom.read('ticket/get', { type: 'agent_config' })

afterEach(() => wecom.close())

test("the corp's ticket and the app's are two, each the same for two hours", async () => {
  wecom = await start()
  const [corp, app] = [await ofCorp(), await ofApp()]
  expect(corp).toMatchObject({ errcode: 0, expires_in: 7200 })
  expect(app).toMatchObject({ errcode: 0, expires_in: 7200 })
  expect(corp['ticket']).not.toBe(app['ticket'])
  wecom.clock.advance(7199)
  expect(await ofApp()).toMatchObject({ ticket: app['ticket'], expires_in: 1 })
  wecom.clock.advance(1)
  expect((await ofApp())['ticket']).not.toBe(app['ticket'])
})

test('only agent_config is a type', async () => {
  wecom = await start()
  expect((await wecom.read('ticket/get')).errcode).toBe(91040)
  expect((await wecom.read('ticket/get', { type: 'wx_card' })).errcode).toBe(91040)
})

test('an app may ask 100 times an hour for each kind', async () => {
  wecom = await start({ limits: { ticketsOfAppPerHour: 2 } })
  expect([(await ofCorp()).errcode, (await ofCorp()).errcode]).toEqual([0, 0])
  expect((await ofCorp()).errcode).toBe(45009)
  expect((await ofApp()).errcode).toBe(0)
  wecom.clock.advance(3599)
  expect((await ofCorp()).errcode).toBe(45009)
  wecom.clock.advance(1)
  expect((await ofCorp()).errcode).toBe(0)
})

test("a corp's apps share what the corp may ask", async () => {
  const two = company()
  const [badge] = two.apps
  if (!badge) throw new Error('the seed company has an app')
  const corpsecret = 'the-invented-secret-of-a-second-app'
  two.apps.push({ ...badge, agentId: 1000003, secret: corpsecret })
  wecom = await start({ company: two, limits: { ticketsOfCorpPerHour: 2 } })
  const { access_token } = await wecom.api('gettoken', { corpid: corpId, corpsecret })
  const second = () => wecom.api('get_jsapi_ticket', { access_token: String(access_token) })
  const [one, other] = [await ofCorp(), await second()]
  expect(one['ticket']).not.toBe(other['ticket'])
  expect((await second()).errcode).toBe(45009)
  expect((await ofCorp()).errcode).toBe(45009)
})
