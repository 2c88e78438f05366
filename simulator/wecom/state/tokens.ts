import type { Choices } from '../choices'
import type { Clock } from '../clock'
import { fault } from '../wire/fault'
import { dropOldest } from './drop-oldest'
import type { Random } from './random'

/** The access_tokens (调用凭证) that were issued; each belongs to one app of one corp. */
export interface Tokens {
  /** Today's token of the app, old or new according to `choices.repeatedGettoken`. */
  issue(owner: TokenOwner): { accessToken: string; expiresInSeconds: number }
  /** Whose token this is; throws 41001, 40014 or 42001. */
  ownerOf(accessToken: string | null): TokenOwner
  /** WeCom takes the app's tokens back before their time. Gives how many died. */
  invalidate(owner: TokenOwner): number
}

export interface TokenOwner {
  corpId: string
  agentId: number
}

interface IssuedToken {
  owner: TokenOwner
  expiresAt: number
  invalidated: boolean
}

/** How many tokens are remembered, so that a dead one answers "expired" and not "unknown". */
const capacity = 10_000

// 214 characters, the length of a real one; the documents reserve up to 512 bytes.
const tokenBytes = 160

export const createTokens = (deps: {
  clock: Clock
  random: Random
  choices: Choices
  lifeSeconds: number
}): Tokens => {
  const { clock, random, choices, lifeSeconds } = deps
  const issued = new Map<string, IssuedToken>()

  const alive = ({ invalidated, expiresAt }: IssuedToken) => !invalidated && expiresAt > clock.now()
  const liveTokensOf = (owner: TokenOwner) =>
    [...issued].filter(
      ([, standing]) =>
        alive(standing) &&
        standing.owner.corpId === owner.corpId &&
        standing.owner.agentId === owner.agentId,
    )
  const invalidate = (owner: TokenOwner) => {
    const live = liveTokensOf(owner)
    for (const [, standing] of live) standing.invalidated = true
    return live.length
  }

  return {
    issue: (owner) => {
      const [standing] = choices.repeatedGettoken === 'same' ? liveTokensOf(owner) : []
      if (standing) {
        const [accessToken, { expiresAt }] = standing
        const expiresInSeconds = Math.max(1, Math.floor((expiresAt - clock.now()) / 1000))
        return { accessToken, expiresInSeconds }
      }
      if (choices.repeatedGettoken === 'replace') invalidate(owner)
      const accessToken = random(tokenBytes).toString('base64url')
      const expiresAt = clock.now() + lifeSeconds * 1000
      dropOldest(issued, capacity)
      issued.set(accessToken, { owner, expiresAt, invalidated: false })
      return { accessToken, expiresInSeconds: lifeSeconds }
    },
    ownerOf: (accessToken) => {
      if (!accessToken) throw fault(41001, 'no access_token in the query string')
      const found = issued.get(accessToken)
      if (!found) throw fault(40014, 'this access_token was never issued here')
      if (found.invalidated) {
        throw fault(choices.invalidatedToken, 'this access_token was taken back before its time')
      }
      if (!alive(found)) throw fault(42001, 'this access_token has reached the end of its life')
      return found.owner
    },
    invalidate,
  }
}
