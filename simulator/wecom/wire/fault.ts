/**
 * The short texts of the codes that are answered today. Seen in real replies: 40029, 40091, 42001,
 * 45009, 48002, 60011, 60020, 92002; the others are likely wordings. Clients must decide on the number alone:
 * https://developer.work.weixin.qq.com/document/path/90313
 */
const shortTexts = {
  40001: 'invalid credential',
  40003: 'invalid userid',
  40013: 'invalid corpid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40032: 'invalid user list size',
  40033: 'invalid char',
  40056: 'invalid agentid',
  40058: 'invalid param',
  40063: 'some parameters are empty',
  40068: 'invalid tagid',
  40073: 'invalid openid',
  40091: 'secret is invalid',
  40206: 'request body is too large',
  41001: 'access_token missing',
  41002: 'corpid missing',
  41004: 'corpsecret missing',
  41008: 'code missing',
  41009: 'userid missing',
  41011: 'agentid missing',
  41017: 'tagid missing',
  41019: 'department missing',
  42001: 'access_token expired',
  42003: 'code expired',
  42022: 'code already used',
  43004: 'userid is not bound to wechat',
  45009: 'api freq out of limit',
  45029: 'response data is too large',
  45033: 'api concurrent out of limit',
  46004: 'user no exist',
  48002: 'api forbidden',
  48009: 'api forbidden for contact sync from this ip',
  50001: 'redirect uri domain is not trusted',
  50002: 'user is outside the authority',
  50003: 'app is disabled',
  50100: 'invalid cursor',
  60003: 'department not found',
  60011: 'no privilege to access/modify contact/party/agent',
  60020: 'not allow to access from your ip',
  60021: 'user not in app visible range',
  60111: 'userid not found',
  60123: 'invalid party id',
  84014: 'user_ticket expired',
  84015: 'invalid user_ticket',
  84090: 'user_ticket missing',
  90206: 'miniprogram is not linked to the corp',
  90207: 'invalid miniprogram appid',
  90208: 'miniprogram appid mismatch',
  91040: 'invalid ticket type',
  92002: 'not allow to cross corp',
  301002: 'not allow operate another agent with this accesstoken',
  2000002: 'corpid does not exist',
} as const

export type Errcode = keyof typeof shortTexts

/** Every code of the table that can be answered. */
export const errcodes: readonly number[] = Object.keys(shortTexts).map(Number)

/** Not a code of WeCom: the path exists there, perhaps, but not here. */
export const notSimulated = 900404

/**
 * A refusal as it goes over the wire. `why` is for the developer who watches the requests; it is
 * never sent to the caller and never contains a token, a secret or a code.
 */
export class WireFault extends Error {
  override readonly name = 'WireFault'

  constructor(
    readonly errcode: number,
    readonly shortText: string,
    readonly why: string,
    /** What the reply says besides, or otherwise. */
    readonly payload: Record<string, unknown> = {},
  ) {
    super(`${errcode} ${shortText}`)
  }
}

/** A refusal with a code of the table; `shortText` where the wording depends on the call. */
export const fault = (errcode: Errcode, why: string, shortText?: string): WireFault =>
  new WireFault(errcode, shortText ?? shortTexts[errcode], why)

/** 40058 names the parameter: `invalid param 'key'`. */
export const badParameter = (name: string, why: string): WireFault =>
  fault(40058, why, `invalid param '${name}'`)

/** A parameter of a JSON body that is not there; `errcode` is `choices.missingParameter`. */
export const missingParameter = (name: string, errcode: 40058 | 40063): WireFault =>
  errcode === 40058
    ? badParameter(name, `no ${name} in the body`)
    : fault(errcode, `no ${name} in the body`)

/** `what` is there in WeCom and not here, which is said loudly, in the real envelope. */
export const unsimulated = (what: string, why: string): WireFault =>
  new WireFault(notSimulated, `not simulated: ${what}`, why)
