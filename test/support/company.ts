import type { Reply, SignInResult } from '../../typings/api'
import { events } from '../../cloudfunctions/events/define'
import { identity } from '../../cloudfunctions/identity/define'
import { readAesKey, type CallbackKeys } from '../../cloudfunctions/shared/callbacks/callback-keys'
import { createEmployees } from '../../cloudfunctions/shared/employees/employees'
import { patrol } from '../../cloudfunctions/patrol/define'
import type { PatrolReport } from '../../cloudfunctions/shared/runtime/patrol-report'
import { loadConfig, type Section } from '../../cloudfunctions/shared/runtime/config'
import type { FunctionDefinition } from '../../cloudfunctions/shared/runtime/function-definition'
import { createMain, type Main } from '../../cloudfunctions/shared/runtime/serve'
import type { ConfiguredFunction } from '../../cloudfunctions/shared/runtime/serve-function'
import { createMemoryStore } from '../../cloudfunctions/shared/store/memory-store'
import { createFaultyStore } from './faulty-store'
import { createKeyRing } from '../../scripts/key-ring'
import { createSealRing } from '../../scripts/seal-ring'
import { agentId, corpId, secret, start } from '../simulator/wecom/running'
import { envelopeOf, sealCallback, type SealedCallback } from './callback'
import { createTestClock } from './clock'
import { call, codeOf, httpOf } from './invoke'
import { timerInvocation } from '../../simulator/cloudbase/events'
import type { SimulatorOptions } from '../../simulator/wecom/wecom'

const timer = { functionName: 'patrol', envId: 'test', timeoutMs: 60_000, memoryMb: 256 }

export interface HttpAnswer {
  statusCode: number
  headers: Record<string, string>
  body: string
}

const keysOf = (callbackToken: string, encodingAesKey: string) => ({
  token: callbackToken,
  aesKey: encodingAesKey,
  keys: { callbackToken, aesKey: readAesKey(encodingAesKey), receiveId: corpId },
})
export const appCallback = keysOf('TokenOfTheApp', `${'a'.repeat(42)}A`)
export const contactCallback = keysOf('TokenOfContacts', `${'b'.repeat(42)}A`)

export interface CompanyAtWorkOptions {
  /** ROLES. */
  roles?: string
  variables?: Record<string, string>
  /** Of the simulated WeCom. */
  choices?: SimulatorOptions['choices']
}

/** A company at work: its WeCom, a store, and functions on both, all by one clock that only a test moves. */
export const openCompany = async ({
  roles = '{}',
  variables = {},
  choices = {},
}: CompanyAtWorkOptions = {}) => {
  const clock = createTestClock()
  const wecom = await start({ clock, choices })
  const { store, setAway } = createFaultyStore(createMemoryStore(clock))
  const lines: string[] = []
  const environment = {
    WECOM_CORP_ID: corpId,
    WECOM_AGENT_ID: String(agentId),
    WECOM_CORP_SECRET: secret,
    WECOM_API_BASE: wecom.url,
    STORE: 'memory',
    SESSION_KEYS: JSON.stringify(createKeyRing(clock.now())),
    // One ring for all instances, as in the cloud.
    STORE_KEYS: JSON.stringify(createSealRing(clock.now())),
    ROLES: roles,
    CALLBACK_TOKEN: appCallback.token,
    CALLBACK_AES_KEY: appCallback.aesKey,
    CONTACT_CALLBACK_TOKEN: contactCallback.token,
    CONTACT_CALLBACK_AES_KEY: contactCallback.aesKey,
    ...variables,
  }
  /** One instance: what it remembers, no other knows. */
  const instance = <S extends Section>(
    name: string,
    { needs, define }: ConfiguredFunction<S>,
  ): Main => {
    const config = loadConfig(environment, needs)
    let definition: FunctionDefinition | undefined
    return createMain(
      name,
      (surroundings) =>
        (definition ??= define({ ...surroundings, config, openStore: () => store })),
      { environment, clock, write: (line) => lines.push(line) },
    )
  }
  const identities = Array.from({ length: 2 }, () => instance('identity', identity))
  const [here] = identities as [Main, Main]
  const listener = instance('events', events)
  const watchman = instance('patrol', patrol)

  const requestEvents = async (
    method: string,
    { msgSignature, timestamp, nonce }: Omit<SealedCallback, 'encrypted'>,
    rest: { echostr?: string; body?: string },
    to = listener,
  ): Promise<HttpAnswer> => {
    const query = {
      msg_signature: msgSignature,
      timestamp,
      nonce,
      ...(rest.echostr && { echostr: rest.echostr }),
    }
    const { event, context } = httpOf(rest.body ?? '', {
      method,
      path: '/events',
      query,
      headers: { 'content-type': 'text/xml' },
    })
    return (await to(event, context)) as HttpAnswer
  }

  return {
    clock,
    wecom,
    store,
    setAway,
    lines,
    instance,
    requestEvents,
    employees: createEmployees({ store, keyPrefix: `${corpId}:${agentId}`, clock, madeBy: '' }),
    /** @returns the token of a new session, or the code of the refusal */
    async signIn(userId: string): Promise<string> {
      const jsCode = wecom.issueCode({ platform: 'wecom', userId })
      const reply = (await call(here, { action: 'signIn', jsCode })) as Reply<SignInResult>
      return reply.ok ? reply.data.session.token : codeOf(reply)
    },
    /** What each instance says to this session. */
    async profiles(session: string): Promise<string[]> {
      const replies = await Promise.all(
        identities.map((main) => call(main, { action: 'profile', session })),
      )
      return replies.map(codeOf)
    },
    /** Tells the events function, as WeCom would. */
    tell: (fields: Record<string, string | number>, keys: CallbackKeys = appCallback.keys) => {
      const sealed = sealCallback(xmlOf(fields), keys, clock.now())
      return requestEvents('POST', sealed, { body: envelopeOf(sealed.encrypted, corpId, agentId) })
    },
    /** The timer is due. */
    async patrol(by = watchman): Promise<PatrolReport> {
      const { event, context } = timerInvocation({ ...timer, now: clock.now }, 'everyMinute')
      const reply = (await by(event, context)) as Reply<PatrolReport>
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.data
    },
    close: () => wecom.close(),
  }
}

export type CompanyAtWork = Awaited<ReturnType<typeof openCompany>>

/** An event, with everything that is text in CDATA. */
export const xmlOf = (fields: Record<string, string | number>): string =>
  `<xml>${Object.entries(fields)
    .map(([name, value]) =>
      typeof value === 'number'
        ? `<${name}>${value}</${name}>`
        : `<${name}><![CDATA[${value}]]></${name}>`,
    )
    .join('')}</xml>`

/** A time as events have it. @param at Epoch ms. */
export const createTime = (at: number): number => Math.floor(at / 1000)

export const subscription = (event: 'subscribe' | 'unsubscribe', userId: string, at: number) => ({
  ToUserName: corpId,
  FromUserName: userId,
  CreateTime: createTime(at),
  MsgType: 'event',
  Event: event,
  EventKey: '',
  AgentID: agentId,
})

export const contactChange = (
  changeType: string,
  at: number,
  fields: Record<string, string | number>,
) => ({
  ToUserName: corpId,
  FromUserName: 'sys',
  CreateTime: createTime(at),
  MsgType: 'event',
  Event: 'change_contact',
  ChangeType: changeType,
  ...fields,
})
