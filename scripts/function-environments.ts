import type { RingKey } from '../cloudfunctions/shared/session/key-ring'
import { functionNames } from './functions'
import { createKeyRing, publicHalves } from './key-ring'
import { createSealRing } from './seal-ring'
import type { Environment } from './stack'

/**
 * What each function is told on this machine: as in the cloud, no more than it has a use for. One of
 * your own knows its callers and nothing else.
 *
 * @param given Set over what is made here.
 * @param names The functions there are.
 */
export const functionEnvironments = (
  given: Environment,
  names: readonly string[] = functionNames(),
): Record<string, { environment: Environment }> => {
  const all: Environment = {
    STORE: 'cloudbase',
    STORE_KEYS: JSON.stringify(createSealRing()),
    SESSION_KEYS: JSON.stringify(createKeyRing()),
    ...given,
  }
  const own = names.map((name) => [name, { environment: verifyingOnly(all) }] as const)
  return {
    ...Object.fromEntries(own),
    identity: { environment: all },
    web: { environment: all },
    events: { environment: withoutSessionKeys(all) },
    patrol: { environment: withoutSessionKeys(all) },
    wechat: { environment: {} },
  }
}

/** Where each function is reached over HTTP; `/api/<name>` unless it is nobody's to call. */
export const functionRoutes = (
  names: readonly string[] = functionNames(),
): Record<string, string> => ({
  ...Object.fromEntries(
    names.filter((name) => !isOffTheApi.has(name)).map((name) => [`/api/${name}`, name]),
  ),
  '/web': 'web',
  '/web/*': 'web',
  '/events': 'events',
  '/events/contacts': 'events',
})

/** Where the proof of a trusted domain is reached: a path that an administrator adds by its own name. */
export const domainProofPath = ({ DOMAIN_VERIFY = '' }: Environment): Record<string, string> => {
  const [fileName] = DOMAIN_VERIFY.trim().split(':')
  return fileName ? { [`/${fileName}`]: 'web' } : {}
}

/** Browsers, WeCom, the clock and callFunction reach these. */
const isOffTheApi = new Set(['web', 'events', 'patrol', 'wechat'])

/** For a function that ends sessions, and makes none. */
const withoutSessionKeys = ({ SESSION_KEYS: _sessionKeys, ...rest }: Environment): Environment =>
  rest

/** For a function that knows its callers, and can neither mint a session nor ask WeCom. */
const verifyingOnly = ({
  WECOM_CORP_SECRET: _corpSecret,
  STORE_KEYS: _storeKeys,
  SESSION_KEYS = '',
  CALLBACK_TOKEN: _callbackToken,
  CALLBACK_AES_KEY: _callbackAesKey,
  CONTACT_CALLBACK_TOKEN: _contactCallbackToken,
  CONTACT_CALLBACK_AES_KEY: _contactCallbackAesKey,
  BACKENDS: _backends,
  ...open
}: Environment): Environment => ({ SESSION_PUBLIC_KEYS: publicHalvesOf(SESSION_KEYS), ...open })

const publicHalvesOf = (json: string): string => {
  try {
    return JSON.stringify(publicHalves(JSON.parse(json) as RingKey[]))
  } catch {
    // What is wrong with the ring is for the functions to say, that have to live with it.
    return ''
  }
}
