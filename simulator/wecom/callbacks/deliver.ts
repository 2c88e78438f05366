import type { Choices } from '../choices'
import type { Clock } from '../clock'
import type { Random } from '../state/random'
import { seal, unseal, type CallbackKeys, type SealedMessage } from './crypto'
import type { CallbackProblem } from './problem'
import { signedUrl, type Receiver } from './receiver'
import { isLocalReceiver, sendToReceiver, type ReceiverAnswer } from './send'
import { cdata, element, elements } from './xml'

/** One try to deliver an event. */
export interface Attempt {
  outcome: ReceiverAnswer['outcome']
  /** HTTP status, where there was an answer. */
  status?: number
  ms: number
}

export interface Delivered {
  attempts: Attempt[]
  problem?: CallbackProblem
}

/**
 * POSTs one event, encrypted: again at once, `retries` times at most, where the connection failed or
 * no answer came within `limitMs`; an answer, whatever it says, ends it.
 * https://developer.work.weixin.qq.com/document/path/90930
 */
export const deliver = async (
  message: string,
  receiver: Receiver,
  deps: {
    clock: Clock
    random: Random
    choices: Pick<Choices, 'retriedCallback'>
    limitMs: number
    retries: number
  },
): Promise<Delivered> => {
  const { clock, random, choices, limitMs, retries } = deps
  const keys: CallbackKeys = { ...receiver.callback, receiveId: receiver.corpId }
  const sealNow = () => seal(message, keys, { at: clock.now(), random })
  if (!isLocalReceiver(new URL(receiver.callback.url))) {
    return { attempts: [], problem: 'NOT_LOOPBACK' }
  }

  const attempts: Attempt[] = []
  let sealed = sealNow()
  for (;;) {
    const startedAt = clock.now()
    const answer = await sendToReceiver(urlOf(receiver, sealed), {
      body: envelope(receiver, sealed),
      limitMs,
    })
    const ms = clock.now() - startedAt
    const { outcome } = answer
    if (answer.outcome === 'answered') {
      const problem = problemOf(answer, keys)
      const { status } = answer
      return { attempts: [...attempts, { outcome, status, ms }], ...(problem && { problem }) }
    }
    attempts.push({ outcome, ms })
    if (attempts.length > retries) {
      return { attempts, problem: outcome === 'timed out' ? 'TIMED_OUT' : 'UNREACHABLE' }
    }
    if (choices.retriedCallback === 'fresh') sealed = sealNow()
  }
}

const urlOf = (receiver: Receiver, { msgSignature, timestamp, nonce }: SealedMessage): URL =>
  signedUrl(receiver, { msg_signature: msgSignature, timestamp, nonce })

const envelope = ({ corpId, agentId }: Receiver, { encrypt }: SealedMessage): string =>
  element(
    'xml',
    elements({
      ToUserName: cdata(corpId),
      ...(agentId !== undefined && { AgentID: cdata(agentId) }),
      Encrypt: cdata(encrypt),
    }),
  )

const problemOf = (
  { status, body }: { status: number; body: string },
  keys: CallbackKeys,
): CallbackProblem | undefined => {
  if (status !== 200) return 'STATUS'
  // EasyWeChat, which many receivers are built on, says it in capitals.
  return body === '' || body.toLowerCase() === 'success' || isEncryptedReply(body, keys)
    ? undefined
    : 'REPLY_UNREADABLE'
}

const isEncryptedReply = (body: string, keys: CallbackKeys): boolean => {
  const encrypt = /<Encrypt>\s*<!\[CDATA\[([A-Za-z0-9+/=]+)\]\]>\s*<\/Encrypt>/.exec(body)?.[1]
  if (encrypt === undefined) return false
  try {
    unseal(encrypt, keys)
    return true
  } catch {
    return false // cut off, or encrypted with another key
  }
}
