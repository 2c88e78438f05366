import { createHash, timingSafeEqual } from 'node:crypto'
import type { Sealed, Unsealed } from '../../../typings/api'
import { decrypt } from './decrypt'

/** What the sealed data must be about, and how it is opened. */
export interface UnsealFor {
  /** 会话密钥 of the sign-in that the sender holds a session of. */
  sessionKey: string
  /** Of the mini program, not of the corp. */
  miniprogramAppId: string
  corpId: string
  userId: string
  /** Epoch ms. */
  now: number
  /** Older data is refused, in ms. */
  oldestMs: number
}

/** Why it is not opened: for our log, never for whoever sent it. */
export type UnsealRefusal =
  | 'signature'
  | 'undecryptable'
  | 'otherMiniProgram'
  | 'age'
  | 'otherPerson'
  | 'disagreement'
  | 'kind'

// Machines of WeCom and ours agree to well under this.
const clocksDifferMs = 60_000

/**
 * Opens what wx.qy.getEnterpriseUserInfo, getMobile and getEmail give (敏感数据), and gives of it what
 * was asked for. The signature, where there is one, must fit before anything is decrypted; what
 * `rawData` says twice must be said alike; the watermark must be of this mini program and young; a
 * corp or person that is named must be the holder of the session.
 *
 * Only `rawData` is signed. A mobile number or an address is what the employee's own client says: show
 * it, don't take it for proof.
 * https://developer.work.weixin.qq.com/document/path/91617
 */
export const unseal = (
  { kind, encryptedData, iv, rawData, signature }: Sealed,
  about: UnsealFor,
): { data: Unsealed } | { refusal: UnsealRefusal } => {
  const { sessionKey, miniprogramAppId } = about
  if (!isSigned(rawData, signature, sessionKey)) return { refusal: 'signature' }
  const inside = decrypt({ encryptedData, iv }, sessionKey)
  if (!inside) return { refusal: 'undecryptable' }
  const watermark = readWatermark(inside.watermark)
  if (watermark?.appId !== miniprogramAppId) return { refusal: 'otherMiniProgram' }
  if (!isYoung(watermark.madeAt, about)) return { refusal: 'age' }
  if (!isOf(kind, inside, about)) return { refusal: 'otherPerson' }
  if (rawData !== undefined && !agrees(rawData, inside)) return { refusal: 'disagreement' }
  const data = readers[kind](inside)
  return data ? { data } : { refusal: 'kind' }
}

/** Both or neither: a signature without what it signs is worth nothing, and the other way round. */
const isSigned = (
  rawData: string | undefined,
  signature: string | undefined,
  sessionKey: string,
): boolean => {
  if (rawData === undefined || signature === undefined) return rawData === signature
  if (!/^[0-9a-f]{40}$/.test(signature)) return false
  const expected = createHash('sha1').update(rawData).update(sessionKey).digest()
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'))
}

interface Watermark {
  appId: string
  /** Epoch ms. */
  madeAt: number
}

const readWatermark = (value: unknown): Watermark | undefined => {
  const { appid, timestamp } = Object(value) as Record<string, unknown>
  const isWatermark = typeof appid === 'string' && Number.isSafeInteger(timestamp)
  return isWatermark ? { appId: appid, madeAt: Number(timestamp) * 1000 } : undefined
}

const isYoung = (madeAt: number, { now, oldestMs }: UnsealFor): boolean =>
  now - madeAt <= oldestMs && madeAt - now <= clocksDifferMs

const isOf = (
  kind: Sealed['kind'],
  inside: Record<string, unknown>,
  { corpId, userId }: UnsealFor,
): boolean => {
  // Only userInfo always names them; there, a bit turned in `"corpid"` must not look like absence.
  const whereAbsent = kind === 'userInfo' ? {} : { corpid: corpId, userid: userId }
  const { corpid, userid } = { ...whereAbsent, ...inside }
  return corpid === corpId && isText(userid) && isSameUserId(userid, userId)
}

// WeCom compares user ids without regard to case.
const isSameUserId = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase()

const agrees = (rawData: string, inside: Record<string, unknown>): boolean => {
  try {
    const raw = Object(JSON.parse(rawData)) as Record<string, unknown>
    return Object.keys(raw).every(
      (name) => !Object.hasOwn(inside, name) || raw[name] === inside[name],
    )
  } catch {
    return false
  }
}

const readers: Record<Sealed['kind'], (inside: Record<string, unknown>) => Unsealed | undefined> = {
  userInfo: ({ name, gender }) => {
    if (!isText(name)) return undefined
    const isTold = gender === 1 || gender === 2
    return { name, ...(isTold && { gender: gender === 1 ? 'male' : 'female' }) }
  },
  mobile: ({ mobile }) => (isText(mobile) ? { mobile } : undefined),
  email: ({ email }) => (isText(email) ? { email } : undefined),
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
