import type { Environment } from './settings'

/** The variables whose values must never be printed. */
const secretNames = [
  'WECOM_CORP_SECRET',
  'SESSION_KEYS',
  'STORE_KEYS',
  'REDIS_URL',
  'WECOM_PROXY',
  'CALLBACK_TOKEN',
  'CALLBACK_AES_KEY',
  'CONTACT_CALLBACK_TOKEN',
  'CONTACT_CALLBACK_AES_KEY',
]

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
