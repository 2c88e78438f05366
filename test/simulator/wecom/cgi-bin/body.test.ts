import { start, type Running } from '../running'

let wecom: Running
let access_token: string
const path = 'user/getuserid'
const send = (body: unknown) => wecom.post(path, body, { access_token })
const mobile = '13800000001'

beforeEach(async () => {
  wecom = await start()
  access_token = await wecom.accessToken()
})
afterEach(() => wecom.close())

test('parameters of a POST are read from its JSON body', async () => {
  expect(await send({ mobile })).toEqual({ errcode: 0, errmsg: 'ok', userid: 'zhangsan' })
})

test('a number passes for a text, and the errmsg says so', async () => {
  expect(await send({ mobile: Number(mobile) })).toEqual({
    errcode: 0,
    errmsg: 'ok. Warning: wrong json format.',
    userid: 'zhangsan',
  })
})

test.each([
  ['no body', ''],
  ['a body that is a form', 'mobile=13800000001'],
  ['half a body', '{"mobile":"1380'],
  ['a list', '["mobile"]'],
  ['a text', '"mobile"'],
  ['null', 'null'],
  ['an object in place of a text', { mobile: { value: mobile } }],
])('%s lacks its parameters, and the errmsg says why', async (_case, body) => {
  const reply = await send(body)
  expect(reply.errcode).toBe(40058)
  expect(reply.errmsg).toMatch(/^invalid param 'mobile'\. Warning: wrong json format\., hint: \[/)
})

test.each([
  ['an empty object', {}],
  ['an empty parameter', { mobile: '' }],
  ['null as a parameter', { mobile: null }],
  ['a parameter that only every object has', '{"__proto__":{"mobile":"13800000001"}}'],
])('%s lacks its parameters, and its format is right', async (_case, body) => {
  const reply = await send(body)
  expect(reply.errcode).toBe(40058)
  expect(reply.errmsg).not.toContain('Warning')
})

test('a POST sent as GET has none of its parameters, wherever they are: there is no 405', async () => {
  const reply = await wecom.api(path, { access_token, mobile })
  expect(reply.errcode).toBe(40058)
  expect((await wecom.post(path, {}, { access_token, mobile })).errcode).toBe(40058)
})

test('the access_token counts in the query only', async () => {
  expect((await wecom.post(path, { mobile, access_token })).errcode).toBe(41001)
})

test('a body of more than 256 KiB is refused, and the connection still answers', async () => {
  expect((await send({ mobile, more: 'x'.repeat(262_144) })).errcode).toBe(40206)
  expect((await send({ mobile, more: 'x'.repeat(200_000) })).errcode).toBe(0)
})

test('characters written as \\uXXXX are refused with 40033', async () => {
  expect((await send('{"mobile":"1380000000\\u0031"}')).errcode).toBe(40033)
})

test('or they are read, where a test wants that other world', async () => {
  await wecom.close()
  wecom = await start({ choices: { escapedCharacters: 'read' } })
  access_token = await wecom.accessToken()
  expect((await send('{"mobile":"1380000000\\u0031"}')).errcode).toBe(0)
})

test('no value of a body gets into the journal', async () => {
  await send({ mobile })
  await send({ mobile: '13800009999' })
  expect(JSON.stringify(wecom.requests())).not.toContain('1380000')
})
