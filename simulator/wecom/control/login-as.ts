import type { LoginAs } from '../issue-code'
import { NobodyThere } from '../person-on-phone'
import { ControlError, fieldsOf } from './endpoint'

/** Reads {platform, userId, corpId?, agentId?}: whose phone a client call comes from. */
export const readLoginAs = (body: unknown): LoginAs => {
  const { platform, userId, corpId, agentId } = fieldsOf(body)
  if (platform !== 'wecom' && platform !== 'wechat') {
    throw new ControlError(400, 'platform must be "wecom" or "wechat"')
  }
  if (typeof userId !== 'string') throw new ControlError(400, 'userId must be a string')
  if (corpId !== undefined && typeof corpId !== 'string') {
    throw new ControlError(400, 'corpId must be a string')
  }
  if (agentId !== undefined && typeof agentId !== 'number') {
    throw new ControlError(400, 'agentId must be a number')
  }
  return {
    platform,
    userId,
    ...(corpId !== undefined && { corpId }),
    ...(agentId !== undefined && { agentId }),
  }
}

/** Runs `find`, whose NobodyThere becomes a 404. */
export const orNotFound = <T>(find: () => T): T => {
  try {
    return find()
  } catch (error) {
    if (error instanceof NobodyThere) throw new ControlError(404, error.message)
    throw error
  }
}
