/** What a phone in WeCom is given encrypted, from its consent to the number in the function's answer. */
import type { Reply, Sealed, Unsealed } from '../../typings/api'
import type { Stack } from '../../scripts/stack'
import { seedCompany } from '../../simulator/wecom/wecom'
import { ask, codeOn, sealedOn, signInAs, startTestStack } from '../support/stack'
import { codeOf } from '../support/invoke'

jest.setTimeout(60_000)

let stack: Stack
beforeAll(async () => {
  stack = await startTestStack()
})
afterAll(() => stack.close())

const zhangsan = seedCompany().members.find(({ userId }) => userId === 'zhangsan')

const sessionOf = async (userId: string): Promise<string> => {
  const { reply } = await signInAs(stack, userId)
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.data.session.token
}
const unseal = async (session: string, sealed: Sealed): Promise<Reply<Unsealed>> =>
  (await ask<Unsealed>(stack, { action: 'unseal', ...sealed }, session)).reply

test.each([
  ['userInfo', { name: zhangsan?.name, gender: zhangsan?.gender }],
  ['mobile', { mobile: zhangsan?.mobile }],
  ['email', { email: zhangsan?.email }],
] as const)('%s reaches the one who consented', async (kind, expected) => {
  const session = await sessionOf('zhangsan')
  const sealed = await sealedOn(stack, 'zhangsan', kind)
  expect(JSON.stringify(sealed.encryptedData)).not.toContain('zhangsan')
  expect(await unseal(session, sealed)).toEqual({ ok: true, data: expected })
})

test('another person’s session opens nothing of it', async () => {
  await sessionOf('zhangsan')
  const sealed = await sealedOn(stack, 'zhangsan', 'mobile')
  expect(codeOf(await unseal(await sessionOf('lisi'), sealed))).toBe('DATA_REFUSED')
})

test('after a new sign-in the old session is told to sign in again, and the new one opens', async () => {
  const before = await sessionOf('lisi')
  const after = await sessionOf('lisi')
  const sealed = await sealedOn(stack, 'lisi', 'mobile')
  expect(await unseal(before, sealed)).toMatchObject({
    error: { code: 'DATA_REFUSED', retry: 'signIn' },
  })
  expect(codeOf(await unseal(after, sealed))).toBe('ok')
})

test('a phone that has a code, and has not brought it to the server, is given nothing', async () => {
  await codeOn(stack, 'linxiaotong')
  await expect(sealedOn(stack, 'linxiaotong', 'mobile')).rejects.toThrow('409')
})
