import type { OutgoingHttpHeaders } from 'node:http'
import type { Choices } from '../choices'
import type { Clock } from '../clock'
import type { Random } from '../state/random'

/** What an endpoint answers besides errcode and errmsg. */
export type Payload = Record<string, unknown>

/** A reply as it leaves: WeCom answers 200 to refusals too. */
export interface Reply {
  status: number
  headers: OutgoingHttpHeaders
  body: string
}

/** `{"errcode":0,"errmsg":"ok",…}`; `oddBody`: a JSON body whose types were not the documented ones. */
export const success = (payload: Payload, { oddBody }: { oddBody: boolean }): Reply =>
  envelope(0, withWarning('ok', oddBody), payload)

/**
 * A refusal. The text follows those of real replies: "<short text>, hint: [<25 digits, the first ten
 * the unix time>], from ip: <caller>, more info at <address of the query tool>", or as `shape` says.
 */
export const refusal = (
  { errcode, shortText, payload }: { errcode: number; shortText: string; payload: Payload },
  from: {
    clock: Clock
    random: Random
    address: string
    oddBody: boolean
    shape: Choices['refusalText']
  },
): Reply => {
  const more = `https://open.work.weixin.qq.com/devtool/query?e=${errcode}`
  const short = withWarning(shortText, from.oddBody)
  if (from.shape === 'bare') return envelope(errcode, short, payload)
  const hint = hints[from.shape](from.clock, from.random)
  const text = `${short}, hint: [${hint}], from ip: ${from.address}, more info at ${more}`
  return envelope(errcode, text, payload)
}

// The words are WeCom's own: https://developer.work.weixin.qq.com/document/path/90313
const withWarning = (text: string, oddBody: boolean): string =>
  oddBody ? `${text}. Warning: wrong json format.` : text

const envelope = (errcode: number, errmsg: string, payload: Payload): Reply => ({
  status: 200,
  headers: {
    'Content-Type': 'application/json; charset=UTF-8',
    'Error-Code': String(errcode),
    'Error-Msg': errmsg.replace(/[^\x20-\x7e]/g, '?'), // a header carries Latin-1 only
  },
  body: JSON.stringify({ errcode, errmsg, ...payload }),
})

const secondsOf = (clock: Clock): string => String(Math.floor(clock.now() / 1000)).padStart(10, '0')

const hints = {
  digits: (clock: Clock, random: Random): string => {
    const tail = (random(8).readBigUInt64BE() % 10n ** 15n).toString().padStart(15, '0')
    return secondsOf(clock) + tail
  },
  hexadecimal: (clock: Clock, random: Random): string =>
    `${secondsOf(clock)}_12_${random(16).toString('hex')}`,
}
