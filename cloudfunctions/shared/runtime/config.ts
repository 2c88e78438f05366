import type { ProfileField } from '../../../typings/api'
import { readRoles } from '../directory/read-roles'
import type { RoleRules } from '../directory/roles'
import { readKeyRing, type KeyRing } from '../session/key-ring'
import type { StoreConfig } from '../store/open-store'
import { readRedisUrl } from '../store/redis-nodes'
import { newSealKey, readSealRing, type SealRing } from '../store/seal'
import { createSettings, type Environment, type Settings } from './settings'

/** What the functions are told from outside; `.env.example` says where each value is found. */
export interface Config extends StoreSettings {
  corpId: string
  agentId: number
  corpSecret: string
  wecomApiBase: string
  wecomProxy: string | undefined
  sessionKeys: KeyRing
  sessionSeconds: number
  corpName: string | undefined
  profileFields: ReadonlySet<ProfileField>
  roles: RoleRules
}

/** Where what the instances share lies, and what it is sealed with there. */
export interface StoreSettings {
  store: StoreConfig
  sealRing: SealRing
}

/** All that is wrong with the configuration at once. Names variables, never their values. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('; '))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const profileFields: readonly ProfileField[] = [
  'userId',
  'name',
  'alias',
  'position',
  'avatar',
  'departments',
  'directLeaders',
  'roles',
  'mobile',
  'email',
  'bizMail',
  'telephone',
  'address',
  'gender',
  'extattr',
  'externalPosition',
  'externalProfile',
  'qrCode',
  'openUserId',
]
const defaultProfileFields = 'userId,name,alias,position,departments,avatar,roles'
const secretNames = ['WECOM_CORP_SECRET', 'SESSION_KEYS', 'STORE_KEYS', 'REDIS_URL', 'WECOM_PROXY']
const minutesOfOneDay = 24 * 60

/** @throws ConfigError with every problem, not only the first */
export const loadConfig = (environment: Environment): Config => {
  const settings = createSettings(environment)
  const config = {
    ...readStoreSettings(settings),
    corpId: settings.text('WECOM_CORP_ID', /^[\w-]{1,64}$/),
    agentId: settings.integer('WECOM_AGENT_ID', { minimum: 1 }),
    corpSecret: settings.text('WECOM_CORP_SECRET', /^[\w-]{1,128}$/),
    wecomApiBase: settings.origin('WECOM_API_BASE', 'https://qyapi.weixin.qq.com'),
    wecomProxy: settings.parsed('WECOM_PROXY', readProxy, ''),
    sessionKeys: settings.parsed('SESSION_KEYS', readSigningRing),
    sessionSeconds:
      60 *
      settings.integer('SESSION_MINUTES', { minimum: 1, maximum: minutesOfOneDay, otherwise: 30 }),
    corpName: environment.CORP_NAME?.trim() || undefined,
    profileFields: readProfileFields(settings),
    roles: settings.parsed('ROLES', readRoles, '{}'),
  }
  if (settings.problems.length > 0) throw new ConfigError(settings.problems)
  return config
}

/** What is needed to open the store, and nothing else. @throws ConfigError */
export const loadStoreConfig = (environment: Environment): StoreSettings => {
  const settings = createSettings(environment)
  const storeSettings = readStoreSettings(settings)
  if (settings.problems.length > 0) throw new ConfigError(settings.problems)
  return storeSettings
}

const readStoreSettings = (settings: Settings): StoreSettings => {
  const engine = settings.oneOf('STORE', ['cloudbase', 'redis', 'memory'], 'cloudbase')
  // What one process keeps to itself may be sealed with a key that dies with it.
  const ownKeys = engine === 'memory' ? JSON.stringify([newSealKey(0)]) : undefined
  return {
    store:
      engine === 'redis'
        ? { engine, nodes: settings.parsed('REDIS_URL', readRedisUrl) }
        : { engine },
    sealRing: settings.parsed('STORE_KEYS', readSealRing, ownKeys),
  }
}

/** The values that must never be printed, found without judging them. */
export const secretsOf = (environment: Environment): string[] =>
  secretNames.flatMap((name) => {
    const value = environment[name]
    return value ? [value, ...keysInside(value), ...passwordsInside(value)] : []
  })

// The private halves and the keys of a ring.
const keysInside = (value: string): string[] =>
  [...value.matchAll(/"(?:d|k)"\s*:\s*"([^"]+)"/g)].flatMap(([, key]) => key ?? [])

// Of each URL, as it is written and as it is meant.
const passwordsInside = (value: string): string[] =>
  [...value.matchAll(/:\/\/[^:@/\s]*:([^@/\s]+)@/g)].flatMap(([, password = '']) => [
    password,
    decodeURIComponent(password),
  ])

const readProfileFields = (settings: Settings): ReadonlySet<ProfileField> =>
  settings.parsed(
    'PROFILE_FIELDS',
    (text) => {
      const names = text.split(',').map((name) => name.trim())
      const isKnown = (name: string): name is ProfileField =>
        (profileFields as readonly string[]).includes(name)
      const unknown = names.filter((name) => !isKnown(name))
      if (unknown.length > 0) throw new Error(`knows no field ${unknown.join(', ')}`)
      return new Set(names.filter(isKnown))
    },
    defaultProfileFields,
  )

const readSigningRing = (json: string): KeyRing => {
  const ring = readKeyRing(json)
  if (!ring.signingAt(Infinity)) throw new Error('has no private key')
  return ring
}

const readProxy = (text: string): string | undefined => {
  if (text === '') return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:') throw new Error('is not of the form http://host:port')
  return text
}
