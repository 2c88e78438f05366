import { start, type Running } from '../../running'

let wecom: Running
const ask = (body: object) => wecom.send('user/get_userid_by_email', body)

beforeEach(async () => {
  wecom = await start()
})
afterEach(() => wecom.close())

test("the corp's own mail is looked up unless the type says otherwise; case does not count", async () => {
  const email = 'zhangsan@qiming.example.com'
  expect(await ask({ email })).toMatchObject({ errcode: 0, userid: 'zhangsan' })
  expect(await ask({ email: email.toUpperCase(), email_type: 1 })).toMatchObject({ errcode: 0 })
  expect((await ask({ email, email_type: 2 })).errcode).toBe(46004)
})

test('type 2 looks the personal mail up', async () => {
  const email = 'zhangsan@mail.example.com'
  expect(await ask({ email, email_type: 2 })).toMatchObject({ errcode: 0, userid: 'zhangsan' })
  expect((await ask({ email })).errcode).toBe(46004)
})

test('a type as text is read, and the errmsg says so', async () => {
  const reply = await ask({ email: 'zhangsan@mail.example.com', email_type: '2' })
  expect(reply).toMatchObject({ errcode: 0, userid: 'zhangsan' })
  expect(reply.errmsg).toContain('Warning: wrong json format.')
})

test.each([
  ['no mail', {}, 'email'],
  ['another type', { email: 'a@example.com', email_type: 3 }, 'email_type'],
  ['a type that is no number', { email: 'a@example.com', email_type: 'personal' }, 'email_type'],
])('%s is 40058 with the name of the parameter', async (_case, body, name) => {
  const reply = await ask(body)
  expect(reply.errcode).toBe(40058)
  expect(reply.errmsg).toContain(`invalid param '${name}'`)
})
