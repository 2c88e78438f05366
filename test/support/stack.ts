import type { Reply, Sealed, SignInResult } from '../../typings/api'
import { buildFunctions } from '../../scripts/functions'
import { startStack, type Stack, type StackOptions } from '../../scripts/stack'
import { seedCompany } from '../../simulator/wecom/wecom'

/** Everything that `npm start` starts, on a free port, with freshly built functions. */
export const startTestStack = async (options: Partial<StackOptions> = {}): Promise<Stack> => {
  await buildFunctions()
  return startStack({ port: 0, company: seedCompany(), ...options })
}

const post = (url: string, body: object, headers: Record<string, string> = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** All that a client knows of a stack. */
type Address = Pick<Stack, 'url'>

/** A code of wx.qy.login on this person's phone. */
export const codeOn = async (stack: Address, userId: string, corpId?: string): Promise<string> => {
  const response = await post(`${stack.url}/_sim/client/login`, {
    platform: 'wecom',
    userId,
    ...(corpId && { corpId }),
  })
  if (!response.ok) throw new Error(`no code for ${userId}`)
  return ((await response.json()) as { code: string }).code
}

/** Asks identity over HTTP, as the phone does. */
export const ask = <T>(stack: Address, body: object, session?: string) =>
  askFunction<T>(stack, 'identity', body, session)

/** Asks any function over HTTP. */
export const askFunction = async <T>(
  stack: Address,
  name: string,
  body: object,
  session?: string,
): Promise<{ status: number; reply: Reply<T> }> => {
  const response = await post(
    `${stack.url}/api/${name}`,
    body,
    session ? { authorization: `Bearer ${session}` } : {},
  )
  return { status: response.status, reply: (await response.json()) as Reply<T> }
}

export const signInAs = async (stack: Address, userId: string, corpId?: string) =>
  ask<SignInResult>(stack, { action: 'signIn', jsCode: await codeOn(stack, userId, corpId) })

/** Cold processes on two cores take their time: who is told to come back does, as a person would. */
export const signInPatiently = async (
  stack: Stack,
  userId: string,
  triesLeft = 4,
): ReturnType<typeof signInAs> => {
  const answer = await signInAs(stack, userId)
  const isPassing = !answer.reply.ok && answer.reply.error.retry !== 'no'
  return isPassing && triesLeft > 0 ? signInPatiently(stack, userId, triesLeft - 1) : answer
}

/** What wx.qy gives a person on their phone, who has consented. @throws Error with the status of a refusal */
export const sealedOn = async (
  stack: Stack,
  userId: string,
  kind: Sealed['kind'],
): Promise<Sealed> => {
  const body = { platform: 'wecom', userId, kind }
  const response = await post(`${stack.url}/_sim/client/sealed`, body)
  if (!response.ok) throw new Error(`${response.status}: nothing sealed for ${userId}`)
  const { encryptedData, iv, rawData, signature } = (await response.json()) as Sealed
  return { kind, encryptedData, iv, ...(rawData && { rawData, signature }) }
}
