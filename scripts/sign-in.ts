import type { Employee, Reply, SignInResult } from '../typings/api'
import type { FunctionLogEvent } from '../simulator/cloudbase/log-stream'
import type { Stack } from './stack'

export interface SignInReport {
  /** What happened on the way, a line each. */
  hops: string[]
  /** Set when it ended well. */
  employee?: Employee
}

/**
 * Signs one person in as the phone does: over the wire, with a code of their own.
 *
 * @param jsCode For a real WeCom, whose codes only a phone or DevTools can get.
 */
export const signInOverTheWire = async (
  { url, cloudbase }: Stack,
  userId: string,
  jsCode?: string,
): Promise<SignInReport> => {
  const hops: string[] = []
  const ended = new Promise<void>((resolve) => {
    cloudbase.log.listen((event) => {
      const line = hopLine(event)
      if (line) hops.push(line)
      if (event.event === 'reply') resolve()
    })
  })
  const code = jsCode ?? (await codeOf(url, userId))
  if (code === undefined) return { hops: [`手机 → 企业微信  没有这个人：${userId}`] }
  if (jsCode === undefined) hops.push(`手机 → 企业微信  wx.qy.login  ${userId}`)

  const response = await post(`${url}/api/identity`, { action: 'signIn', jsCode: code })
  const reply = (await response.json()) as Reply<SignInResult>
  await ended
  if (reply.ok) return { hops, employee: reply.data.employee }
  hops.push(`${reply.error.code}  ${reply.error.message}`)
  return { hops }
}

const codeOf = async (url: string, userId: string): Promise<string | undefined> => {
  const response = await post(`${url}/_sim/client/login`, { platform: 'wecom', userId })
  return response.ok ? ((await response.json()) as { code: string }).code : undefined
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const hopLine = (event: FunctionLogEvent): string | undefined => {
  switch (event.event) {
    case 'request':
      return `手机 → ${event.function}  ${event.action}`
    case 'upstream':
      return `${' '.repeat(7)}→ ${event.path}  ${event.ms} ms  ${outcome(event)}`
    case 'reply':
      return `手机 ← ${event.function}  ${event.code}  ${event.ms} ms`
    case 'misconfigured':
      return `${' '.repeat(7)}配置 configuration: ${String(event.problems)}`
    default:
      return undefined
  }
}

const outcome = ({ errcode, failure }: FunctionLogEvent): string =>
  errcode === 0 ? 'ok' : `errcode ${errcode ?? '–'} ${failure ?? ''}`.trim()
