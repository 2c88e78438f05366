import { createHash } from 'node:crypto'
import { documentVersion } from './token-document'

/** Tells secrets apart without telling them: the first 96 bits of SHA-256, in base64url. */
export const fingerprint = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url').slice(0, 16)

export interface TokenOwner {
  corpId: string
  agentId: number
  /** Such as `https://qyapi.weixin.qq.com`: a token of one host is worth nothing on another. */
  apiBase: string
  corpSecret: string
}

/**
 * The key of the document that the instances of one app share. A new secret has a document of its
 * own, so that a corrected secret works at once; so has a new version of the document, so that two
 * releases that run side by side do not overwrite each other.
 */
export const tokenKey = ({ corpId, agentId, apiBase, corpSecret }: TokenOwner): string => {
  const rest = fingerprint(JSON.stringify([apiBase, corpSecret]))
  return `access-token:${documentVersion}:${corpId}:${agentId}:${rest}`
}
