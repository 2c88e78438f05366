/**
 * What can go wrong between us and WeCom. The four kinds stay apart because they mean different
 * things: `notSent` may be sent again, `noAnswer` may have been carried out, `refused` is WeCom's own
 * word, `oddReply` is an answer that cannot be trusted. None carries a URL, a request or a cause:
 * WeCom's credentials travel in query strings.
 */
export type WecomFailure = 'notSent' | 'noAnswer' | 'refused' | 'oddReply'

interface WecomErrorFacts {
  failure: WecomFailure
  /** Such as `/cgi-bin/user/get`, without its query. */
  path: string
  /** With `refused`. */
  errcode?: number
  /** With `refused`: the address that WeCom saw, as its errmsg tells it. */
  address?: string
  /** With `oddReply`: the name of the field, never its value. */
  field?: string
}

export class WecomError extends Error {
  readonly failure: WecomFailure
  readonly path: string
  readonly errcode: number | undefined
  readonly address: string | undefined
  readonly field: string | undefined

  constructor({ failure, path, errcode, address, field }: WecomErrorFacts) {
    super(`${path}: ${[failure, errcode, field].filter((part) => part !== undefined).join(' ')}`)
    this.name = 'WecomError'
    this.failure = failure
    this.path = path
    this.errcode = errcode
    this.address = address
    this.field = field
  }
}

/**
 * Tells whether WeCom refused with one of these numbers.
 * All numbers: https://developer.work.weixin.qq.com/document/path/90313
 */
export const isRefusal = (
  error: unknown,
  ...errcodes: number[]
): error is WecomError & { errcode: number } =>
  error instanceof WecomError &&
  error.failure === 'refused' &&
  error.errcode !== undefined &&
  errcodes.includes(error.errcode)
