import { AppError } from '../shared/runtime/errors'
import type { Invocation } from '../shared/runtime/invocation'
import { textArgument } from '../shared/runtime/request'
import type { FunctionDefinition } from '../shared/runtime/serve'

/** The person in plain WeChat who called, as the platform states it. */
export interface WechatCaller {
  /** WeChat's openid of this person in this mini program; proves nothing about WeCom. */
  openId: string
}

export interface WechatDeps {
  /** What the SDK reads, from the environment of the process. */
  readCaller(): { OPENID?: string | undefined }
}

// 临时登录凭证 of wx.login. In callFunction the platform has named the caller already.
const jsCodeShape = /^[\w.=+/-]{1,512}$/

/**
 * Sign-in from plain WeChat. Here nobody is bound to an employee yet, so each caller is told to open
 * the mini program in WeCom.
 */
export const createWechat = ({ readCaller }: WechatDeps): FunctionDefinition => ({
  via: ['callFunction'],
  actions: {
    signIn: async (call) => {
      textArgument(call, 'jsCode', jsCodeShape)
      const { openId } = callerOf(call.invocation, readCaller)
      call.log({ event: 'refused', code: 'NOT_BOUND', reason: openId ? 'notBound' : 'noOpenId' })
      throw new AppError('NOT_BOUND')
    },
  },
})

/**
 * The SDK reads process.env, where a warm instance may still hold the person of the call before. Its
 * answer counts only when the context of this very call says the same.
 */
const callerOf = (invocation: Invocation, readCaller: WechatDeps['readCaller']): WechatCaller => {
  const openId = readCaller().OPENID ?? ''
  if (openId !== (invocation.variables.get('WX_OPENID') ?? '')) throw new AppError('UNAVAILABLE')
  return { openId }
}
