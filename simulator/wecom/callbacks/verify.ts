import type { Clock } from '../clock'
import type { Random } from '../state/random'
import { seal } from './crypto'
import type { CallbackProblem } from './problem'
import { signedUrl, type Receiver } from './receiver'
import { isLocalReceiver, sendToReceiver } from './send'

/** What the console (管理后台) says when the URL is saved: 0, or 40057 for every reason not to. */
export interface Verification {
  errcode: 0 | 40057
  /** How long the receiver took. */
  ms: number
  problem?: CallbackProblem
}

/**
 * 验证URL有效性: GET with an encrypted echostr, which must come back decrypted and bare within
 * `limitMs`. https://developer.work.weixin.qq.com/document/path/90930
 */
export const verifyReceiver = async (
  receiver: Receiver,
  { clock, random, limitMs }: { clock: Clock; random: Random; limitMs: number },
): Promise<Verification> => {
  const startedAt = clock.now()
  // 19 digits, as in the sample.
  const echo = String((random(8).readBigUInt64BE() % 9n ** 19n) + 10n ** 18n)
  const keys = { ...receiver.callback, receiveId: receiver.corpId }
  const { encrypt, timestamp, nonce, msgSignature } = seal(echo, keys, { at: startedAt, random })
  const url = signedUrl(receiver, {
    msg_signature: msgSignature,
    timestamp,
    nonce,
    echostr: encrypt,
  })
  const problem = isLocalReceiver(url)
    ? problemOf(await sendToReceiver(url, { limitMs }), { echo, encrypt })
    : 'NOT_LOOPBACK'
  const ms = clock.now() - startedAt
  return problem === undefined ? { errcode: 0, ms } : { errcode: 40057, ms, problem }
}

const problemOf = (
  answer: Awaited<ReturnType<typeof sendToReceiver>>,
  { echo, encrypt }: { echo: string; encrypt: string },
): CallbackProblem | undefined => {
  if (answer.outcome === 'timed out') return 'TIMED_OUT'
  if (answer.outcome === 'unreachable') return 'UNREACHABLE'
  const { status, body } = answer
  if (status !== 200) return 'STATUS'
  if (body === echo) return undefined
  if (body === '') return 'ECHO_EMPTY'
  if (body === encrypt) return 'ECHO_ENCRYPTED'
  if (body === `"${echo}"`) return 'ECHO_QUOTED'
  if (body === `\uFEFF${echo}`) return 'ECHO_BOM'
  if (body.trim() === echo) return 'ECHO_LINE_END'
  return 'ECHO_DIFFERENT'
}
