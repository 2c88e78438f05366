import { phoneFailure } from './answer'
import type { Answer } from './answer'
import { settled } from './callback'
import type { Callbacks } from './callback'
import { withDeadline } from './deadline'
import type { Timer } from './deadline'
import type { Host } from './host'

/** Gets a fresh jsCode from the client: good for 5 minutes and for one exchange. */
export type Login = () => Promise<Answer<string>>

/** The part of `wx` that vouches for a person. */
export interface LoginSource {
  login(options: Callbacks<{ code: string }>): void
  qy?: { login(options: Callbacks<{ code: string }>): void }
}

/**
 * Sign-in codes of the host: `wx.qy.login` in WeCom, `wx.login` in plain WeChat.
 * https://developer.work.weixin.qq.com/document/path/91506
 */
export function createLogin(parts: { source: LoginSource; host: Host; timer: Timer }): Login {
  const { source, host, timer } = parts
  return () => {
    const jsCode = settled<{ code: string }>((callbacks) => {
      if (host.kind === 'wechat') source.login(callbacks)
      else if (source.qy) source.qy.login(callbacks)
      else callbacks.fail(undefined)
    }).then(
      ({ code }): Answer<string> => (code ? { ok: true, data: code } : phoneFailure('NO_REPLY')),
      // The client itself could not reach WeCom.
      () => phoneFailure('OFFLINE'),
    )
    return withDeadline(jsCode, phoneFailure('TIMEOUT'), timer)
  }
}
