import { randomUUID } from 'node:crypto'

/**
 * What CloudBase hands to a function, by trigger. Shapes: a DevTools log of 2020, the SCF documents
 * and https://docs.cloudbase.net/service/access-cloud-function.
 */
export interface Invocation {
  event: unknown
  context: InvocationContext
}

export interface InvocationContext {
  memory_limit_in_mb: number
  time_limit_in_ms: number
  request_id: string
  /** JSON of the variables of this call. */
  environment: string
  /** The same as `A=1;B=2`, older. */
  environ: string
  function_version: string
  function_name: string
  namespace: string
  tencentcloud_region: string
  tencentcloud_appid: string
  tencentcloud_uin: string
}

/** The function that is called, and the cloud that it lies in. */
export interface Target {
  functionName: string
  envId: string
  timeoutMs: number
  memoryMb: number
  /** Epoch ms. */
  now: () => number
}

/** The person in front of a mini program, as the platform knows them. */
export interface ClientCaller {
  appId: string
  openId: string
  unionId?: string
  /** `wx_client`, `wx_devtools`, … */
  source: string
  /** Without port. */
  address: string
}

export interface HttpCall {
  method: string
  path: string
  query: Record<string, string>
  /** Names in lower case. */
  headers: Record<string, string>
  body: string
  isBase64Encoded: boolean
}

/** wx.cloud.callFunction({ name, data }). */
export const callFunctionInvocation = (
  target: Target,
  data: Record<string, unknown>,
  { appId, openId, unionId, source, address }: ClientCaller,
): Invocation => ({
  // The platform adds userInfo, over whatever the client sent under that name.
  event: { ...data, userInfo: { appId, openId } },
  context: createContext(target, {
    WX_CLIENTIP: address,
    WX_CLIENTIPV6: `::ffff:${address}`,
    WX_APPID: appId,
    WX_OPENID: openId,
    ...(unionId && { WX_UNIONID: unionId }),
    WX_API_TOKEN: 'local',
    TRIGGER_SRC: 'tcb',
    TCB_ISANONYMOUS_USER: 'false',
    TCB_SESSIONTOKEN: 'local',
    TCB_SOURCE: source,
  }),
})

/** A function that another function of the same cloud calls through an SDK: nobody is in front of it. */
export const functionInvocation = (target: Target, data: unknown): Invocation => ({
  event: data,
  context: createContext(target, { TRIGGER_SRC: 'tcb', TCB_SOURCE: 'scf' }),
})

/** A request that came through the HTTP access service. */
export const httpInvocation = (target: Target, call: HttpCall): Invocation => {
  const requestId = randomUUID().replaceAll('-', '')
  const { appId, uin } = account
  return {
    event: {
      path: call.path,
      httpMethod: call.method,
      headers: call.headers,
      multiValueHeaders: Object.fromEntries(
        Object.entries(call.headers).map(([name, value]) => [name, [value]]),
      ),
      queryStringParameters: call.query,
      requestContext: { appId, envId: target.envId, requestId, uin },
      body: call.body,
      isBase64Encoded: call.isBase64Encoded,
    },
    context: createContext(target, { TRIGGER_SRC: 'tcb' }),
  }
}

/** A timer trigger that has come due. */
export const timerInvocation = (target: Target, triggerName: string): Invocation => ({
  event: {
    Type: 'Timer',
    TriggerName: triggerName,
    Time: `${new Date(target.now()).toISOString().slice(0, 19)}Z`,
    Message: '',
  },
  context: createContext(target, { TRIGGER_SRC: 'timer' }),
})

// Invented, like everything else that a real account would put here.
const account = { appId: '1250000000', uin: '100000000000' }

const createContext = (target: Target, own: Record<string, string>): InvocationContext => {
  const { functionName, envId, timeoutMs, memoryMb, now } = target
  const variables: Record<string, string> = {
    ...own,
    TENCENTCLOUD_SECRETID: 'AKIDlocal',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    TCB_ENV: envId,
    TCB_SEQID: `${now()}_0.1_1`,
    SCF_NAMESPACE: envId,
  }
  const names = Object.keys(variables)
  const wxNames = names.filter((name) => name.startsWith('WX_'))
  if (wxNames.length > 0) variables.WX_CONTEXT_KEYS = wxNames.join(',')
  const tcbNames = names.filter((name) => name.startsWith('TCB_') || name === 'TRIGGER_SRC')
  variables.TCB_CONTEXT_KEYS = tcbNames.join(',')

  return {
    memory_limit_in_mb: memoryMb,
    time_limit_in_ms: timeoutMs,
    request_id: randomUUID(),
    environment: JSON.stringify(variables),
    environ: Object.entries(variables)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
    function_version: '$LATEST',
    function_name: functionName,
    namespace: envId,
    tencentcloud_region: 'ap-shanghai',
    tencentcloud_appid: account.appId,
    tencentcloud_uin: account.uin,
  }
}
