import { createHash, timingSafeEqual } from 'node:crypto'
import { ownAudience } from './claims'

/** The other back-ends (其他后端系统) that may learn who their callers are. */
export interface Backends {
  /** Whether tokens are issued for this audience. */
  has(audience: string): boolean
  /** Whether this is the secret of that back-end; takes as long for one that does not exist. */
  isSecretOf(audience: string, secret: string): boolean
}

const audienceShape = /^[a-z][a-z0-9-]{0,31}$/
const sha256Shape = /^[0-9a-f]{64}$/

/**
 * Reads BACKENDS: `{"payroll":{"secretSha256":"…"},"wiki":{}}`. A back-end without a secret verifies
 * tokens by itself and can't ask about them.
 *
 * @throws Error that says what is wrong with which back-end, without quoting a hash
 */
export const readBackends = (json: string): Backends => {
  const hashes = new Map(Object.entries(parse(json)).map(readBackend))
  return {
    has: (audience) => hashes.has(audience),
    isSecretOf(audience, secret) {
      const known = hashes.get(audience)
      // Secrets are 256 random bits: there is nothing that a slow hash would slow down.
      const given = createHash('sha256').update(secret).digest()
      return timingSafeEqual(given, known ?? Buffer.alloc(given.length)) && known !== undefined
    },
  }
}

const readBackend = ([name, value]: [string, unknown]): [string, Buffer | undefined] => {
  if (!audienceShape.test(name)) throw new Error('has a name that is not of a-z, 0-9 and -')
  // Otherwise a token for somebody else would read like one of our sessions.
  if (name === ownAudience) throw new Error(`can't have "${ownAudience}": that is we ourselves`)
  if (!isObject(value)) throw new Error(`"${name}" must be an object`)
  const { secretSha256, ...unknown } = value
  if (Object.keys(unknown).length > 0) throw new Error(`"${name}" knows nothing but secretSha256`)
  if (secretSha256 === undefined) return [name, undefined]
  if (typeof secretSha256 !== 'string' || !sha256Shape.test(secretSha256)) {
    throw new Error(`"${name}" has a secretSha256 that is not 64 hexadecimal digits in lower case`)
  }
  return [name, Buffer.from(secretSha256, 'hex')]
}

const parse = (json: string): Record<string, unknown> => {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new Error('is not JSON')
  }
  if (!isObject(value)) throw new Error('must be an object of back-ends by name')
  return value
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
