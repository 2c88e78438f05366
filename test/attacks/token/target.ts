import { randomBytes } from 'node:crypto'
import { readKeyRing } from '../../../cloudfunctions/shared/session/key-ring'
import { createSessionTokens } from '../../../cloudfunctions/shared/session/session-token'
import { agentId, corpId, nowSeconds, ring } from './forger'

/** What is attacked: the tokens of this project, at one moment. */
const tokens = createSessionTokens({
  ring: readKeyRing(JSON.stringify(ring)),
  corpId,
  agentId,
  clock: { now: () => nowSeconds * 1000 },
})

export const accepts = (token: string): boolean => 'holder' in tokens.read(token)

export const issue = (): string =>
  tokens.sign(
    {
      userId: 'zhangsan',
      via: 'wecom-miniprogram',
      sessionId: randomBytes(16).toString('base64url'),
    },
    { issuedAt: nowSeconds * 1000, expiresAt: (nowSeconds + 1800) * 1000 },
  )
