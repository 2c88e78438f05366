import type { ErrorCode, ErrorDetails, Retry } from '../../../typings/api'
import {
  addressRefused,
  busy,
  codeRefused,
  credentialsRefused,
  frequency,
  miniprogramNotLinked,
  notVisible,
  tokenRejected,
} from '../wecom/catalogue/groups'
import { StoreError } from '../store/store-error'
import { WecomError } from '../wecom/errors'

interface ErrorEntry {
  /** HTTP status. */
  status: number
  retry: Retry
  zh: string
  en: string
}

const entry = (status: number, retry: Retry, zh: string, en: string): ErrorEntry => ({
  status,
  retry,
  zh,
  en,
})

/** What a person is told for each code: what happened, and what to do next. */
export const errorEntries: Readonly<Record<ErrorCode, ErrorEntry>> = {
  BAD_INPUT: entry(
    400,
    'no',
    '请求不正确，请更新小程序后重试。',
    'The request is not valid. Update the mini program and try again.',
  ),
  TOO_LARGE: entry(
    413,
    'no',
    '发送的内容太大，请减少后重试。',
    'Too much was sent. Send less and try again.',
  ),
  SLOW_DOWN: entry(
    429,
    'later',
    '操作太频繁，请稍后再试。',
    'Too many requests. Wait a little and try again.',
  ),
  CODE_REFUSED: entry(
    401,
    'signIn',
    '登录凭证无效或已用过，请重新打开。',
    'This sign-in code was used, has expired or is from elsewhere. Open the page again.',
  ),
  SESSION_REFUSED: entry(
    401,
    'signIn',
    '登录已失效，请重新打开。',
    'Your sign-in has ended. Open the page again.',
  ),
  DATA_REFUSED: entry(
    401,
    'signIn',
    '加密数据无法打开，请重新打开后再授权一次。',
    'The encrypted data can’t be opened. Open the page again and give your consent once more.',
  ),
  NOT_ALLOWED: entry(
    403,
    'no',
    '你没有查看这项内容的权限，如有需要请联系管理员。',
    'You may not see this. Ask your administrator if you need it.',
  ),
  NOT_BOUND: entry(
    403,
    'no',
    '请在企业微信的工作台里打开。',
    'Open this from the workbench of WeCom.',
  ),
  OTHER_CORP: entry(
    403,
    'no',
    '你不是本企业的成员，请切换到本企业后再打开。',
    'You are not a member of this company. Switch to it in WeCom and open again.',
  ),
  MEMBER_DISABLED: entry(
    403,
    'no',
    '你的企业微信账号已被停用，请联系管理员。',
    'Your WeCom account is disabled. Ask your administrator.',
  ),
  MEMBER_LEFT: entry(
    403,
    'no',
    '你已退出本企业，如有疑问请联系管理员。',
    'You have left this company. Ask your administrator if this is wrong.',
  ),
  MEMBER_NOT_ACTIVATED: entry(
    403,
    'no',
    '你的企业微信账号还没有激活，请先激活。',
    'Your WeCom account is not activated yet. Activate it first.',
  ),
  MEMBER_NOT_VISIBLE: entry(
    403,
    'no',
    '你不在这个应用的可见范围内，请联系管理员添加。',
    'This app is not open to you. Ask your administrator to add you to its visible range.',
  ),
  MINIPROGRAM_NOT_LINKED: entry(
    403,
    'no',
    '小程序还没有关联到本企业：请管理员在“应用管理”中关联小程序，或使用已关联小程序的应用的 Secret。',
    'The mini program is not linked to this company. Administrator: link it under App Management, or use the secret of the app that it is linked to.',
  ),
  IP_NOT_TRUSTED: entry(
    502,
    'later',
    '服务器地址不在企业可信 IP 中，请管理员添加，约一分钟后生效。',
    'The server address is not a trusted IP. Administrator: add it on the app’s page; it takes effect in about a minute.',
  ),
  SECRET_REFUSED: entry(
    502,
    'no',
    '企业微信不接受当前的应用凭证，请管理员核对企业 ID、Secret 以及应用是否启用。',
    'WeCom refused the app’s credentials. Administrator: check corp id, secret and that the app is enabled.',
  ),
  NOT_CONFIGURED: entry(
    503,
    'no',
    '服务还没有配置好，请联系管理员查看云函数日志。',
    'The service is not set up yet. Administrator: see the function’s log.',
  ),
  WECOM_REFUSED: entry(
    502,
    'no',
    '企业微信拒绝了请求，请把错误编号发给管理员。',
    'WeCom refused the request. Send the error number to your administrator.',
  ),
  WECOM_BUSY: entry(
    503,
    'later',
    '企业微信正忙，请稍后再试。',
    'WeCom is busy. Try again in a while.',
  ),
  WECOM_UNREACHABLE: entry(
    502,
    'later',
    '暂时连不上企业微信，请稍后再试。',
    'WeCom can’t be reached right now. Try again in a while.',
  ),
  WECOM_TIMEOUT: entry(
    502,
    'later',
    '企业微信没有及时回应，请稍后再试。',
    'WeCom did not answer in time. Try again in a while.',
  ),
  WECOM_ODD_REPLY: entry(
    502,
    'later',
    '企业微信的回复无法识别，请稍后再试。',
    'WeCom’s answer could not be understood. Try again in a while.',
  ),
  UNAVAILABLE: entry(
    503,
    'later',
    '服务暂时不可用，请稍后再试。',
    'The service is not available right now. Try again in a while.',
  ),
  INTERNAL: entry(
    500,
    'later',
    '服务出错了，请稍后再试。',
    'Something went wrong on our side. Try again in a while.',
  ),
}

/** An error that its reader is meant to see: a code, and details that hold nothing secret. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails | undefined
  readonly retry: Retry

  /** @param retry Where it differs from what the code usually means. */
  constructor(code: ErrorCode, details?: ErrorDetails, retry: Retry = errorEntries[code].retry) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.details = details
    this.retry = retry
  }
}

/** Turns whatever was thrown into an AppError; what nobody foresaw is `INTERNAL`. */
export const toAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error
  if (error instanceof WecomError) return fromWecom(error)
  if (error instanceof StoreError) return new AppError('UNAVAILABLE')
  return new AppError('INTERNAL')
}

const fromWecom = ({ failure, errcode, address, field }: WecomError): AppError => {
  if (failure === 'notSent') return new AppError('WECOM_UNREACHABLE')
  if (failure === 'noAnswer') return new AppError('WECOM_TIMEOUT')
  if (errcode === undefined) return new AppError('WECOM_ODD_REPLY', { ...(field && { field }) })
  const code = codesByErrcode.get(errcode) ?? 'WECOM_REFUSED'
  return new AppError(code, { errcode, ...(address && { address }) })
}

const mapped = (code: ErrorCode, ...groups: (readonly number[])[]) =>
  groups.flat().map((errcode) => [errcode, code] as const)

const codesByErrcode = new Map<number, ErrorCode>([
  ...mapped('CODE_REFUSED', codeRefused),
  // 40003, an id that is none, is what an id of nobody becomes here.
  ...mapped('MEMBER_NOT_VISIBLE', notVisible, [40003]),
  ...mapped('MINIPROGRAM_NOT_LINKED', miniprogramNotLinked),
  ...mapped('IP_NOT_TRUSTED', addressRefused),
  // A token that is rejected after it was replaced belongs to another kind of app.
  ...mapped('SECRET_REFUSED', credentialsRefused, tokenRejected),
  ...mapped('WECOM_BUSY', busy, frequency),
])
