import type { Functions } from '../../typings/api'
import type { Config } from '../config'
import { phoneFailure } from './answer'
import type { Answer } from './answer'
import { settled } from './callback'
import type { Callbacks } from './callback'
import { TIMEOUT_MILLISECONDS, withDeadline } from './deadline'
import type { Timer } from './deadline'
import type { Host } from './host'
import { readAnswer } from './read-answer'

/** The client's own timer comes second, so that a slow reply is a TIMEOUT and never taken for OFFLINE. */
const CLIENT_TIMEOUT_MILLISECONDS = TIMEOUT_MILLISECONDS + 1_000

/** The part of `wx` that sends. */
export interface Wire {
  request(
    options: {
      url: string
      method: 'POST'
      data: object
      header: Record<string, string>
      timeout: number
    } & Callbacks<{ data: unknown }>,
  ): unknown
  cloud?: {
    init(options: { env: string }): void
    callFunction(options: { name: string; data: object } & Callbacks<{ result?: unknown }>): unknown
  }
}

export type FunctionName = keyof Functions
export type Action<F extends FunctionName> = keyof Functions[F] & string
export type Argument<F extends FunctionName, A extends Action<F>> = Functions[F][A] extends {
  arguments: infer Arguments extends object
}
  ? Arguments
  : never
type Result<F extends FunctionName, A extends Action<F>> = Functions[F][A] extends {
  result: infer Value
}
  ? Value
  : never
export type Answered<F extends FunctionName, A extends Action<F>> = Promise<Answer<Result<F, A>>>

/** Asks one action of one cloud function. It never rejects: what goes wrong is in the answer. */
export type Call = <F extends FunctionName, A extends Action<F>>(
  functionName: F,
  action: A,
  args: Argument<F, A>,
  options?: { session?: string },
) => Answered<F, A>

/**
 * The only way out of the phone. Inside WeCom it is always HTTPS, because nothing official says that
 * wx.cloud works there; in plain WeChat it is callFunction as soon as there is a cloud environment.
 */
export function createTransport(parts: {
  wire: Wire
  host: Host
  config: Config
  timer: Timer
}): Call {
  const { wire, host, config, timer } = parts
  // Not even looked at in WeCom, where it does not belong.
  const cloud = host.kind === 'wechat' && config.cloudEnvId ? wire.cloud : undefined
  const send = cloud ? overCloud(cloud, config.cloudEnvId) : overHttp(wire, config.apiBase)

  return (functionName, action, args, options = {}) => {
    const body = send(functionName, { action, ...args }, options.session)
    return withDeadline(
      body.then(readAnswer<never>, () => phoneFailure('OFFLINE')),
      phoneFailure('TIMEOUT'),
      timer,
    )
  }
}

type Send = (functionName: string, request: object, session?: string) => Promise<unknown>

function overHttp(wire: Wire, apiBase: string): Send {
  return (functionName, request, session) =>
    settled<{ data: unknown }>((callbacks) => {
      wire.request({
        url: `${apiBase}/api/${functionName}`,
        method: 'POST',
        data: request,
        header: {
          'content-type': 'application/json',
          ...(session ? { Authorization: `Bearer ${session}` } : {}),
        },
        timeout: CLIENT_TIMEOUT_MILLISECONDS,
        ...callbacks,
      })
    }).then(({ data }) => data)
}

function overCloud(cloud: NonNullable<Wire['cloud']>, env: string): Send {
  let ready = false
  return (name, request, session) =>
    settled<{ result?: unknown }>((callbacks) => {
      if (!ready) cloud.init({ env })
      ready = true
      cloud.callFunction({
        name,
        data: { ...request, ...(session ? { session } : {}) },
        ...callbacks,
      })
    }).then(({ result }) => result)
}
