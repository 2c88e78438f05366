/**
 * The contract between the phone, the cloud functions and every other back-end of the company.
 * Types only: nothing here exists at run time. Times that end in `At` are epoch milliseconds.
 */

/** What every function answers, over callFunction and over HTTP alike. */
export type Reply<T> = { ok: true; data: T } | { ok: false; error: ReplyError }

export interface ReplyError {
  code: ErrorCode
  /** One sentence for a person, in Chinese and then in English. Never technical, never secret. */
  message: string
  /** `signIn`: get a new code and try once more. `later`: the same call may work in a while. */
  retry: Retry
  /** Finds the lines of this call in the function's log. */
  traceId: string
  details?: ErrorDetails
}

export type Retry = 'no' | 'later' | 'signIn'

/** Closed on purpose: a `switch` over it is checked for completeness. */
export type ErrorCode =
  // the request
  | 'BAD_INPUT'
  | 'TOO_LARGE'
  | 'SLOW_DOWN'
  // who is asking
  | 'CODE_REFUSED'
  | 'SESSION_REFUSED'
  | 'DATA_REFUSED'
  | 'NOT_ALLOWED'
  | 'NOT_BOUND'
  | 'OTHER_CORP'
  | 'MEMBER_DISABLED'
  | 'MEMBER_LEFT'
  | 'MEMBER_NOT_ACTIVATED'
  | 'MEMBER_NOT_VISIBLE'
  // the set-up, for the administrator
  | 'MINIPROGRAM_NOT_LINKED'
  | 'IP_NOT_TRUSTED'
  | 'SECRET_REFUSED'
  | 'NOT_CONFIGURED'
  // WeCom and the platform
  | 'WECOM_REFUSED'
  | 'WECOM_BUSY'
  | 'WECOM_UNREACHABLE'
  | 'WECOM_TIMEOUT'
  | 'WECOM_ODD_REPLY'
  | 'UNAVAILABLE'
  | 'INTERNAL'

export interface ErrorDetails {
  /** WeCom's own number, for the administrator. */
  errcode?: number
  /** With IP_NOT_TRUSTED: the address that WeCom saw and does not trust. */
  address?: string
  /** With BAD_INPUT and WECOM_ODD_REPLY: the name of the field, never its value. */
  field?: string
}

/** 员工: the member as this company's pages may see them, trimmed on the server to PROFILE_FIELDS. */
export interface Employee {
  corpId: string
  corpName?: string
  userId: string
  name: string
  alias?: string
  position?: string
  avatar?: string
  /** Main department first. */
  departments: EmployeeDepartment[]
  /** User ids, as far as this app may see them. */
  directLeaders: string[]
  roles: string[]
  /** What people call those of the roles that have a name of their own: for showing, never for deciding. */
  roleNames?: Record<string, string>
  /** When WeCom last said that this is so. */
  confirmedAt: number
  contact?: {
    mobile?: string
    email?: string
    bizMail?: string
    telephone?: string
    address?: string
  }
  more?: {
    gender?: 'male' | 'female'
    extattr?: ExtAttr[]
    externalPosition?: string
    externalProfile?: ExternalProfile
    qrCode?: string
    openUserId?: string
  }
  /** Why a field that a person expects is empty. */
  withheld: Partial<Record<ProfileField, WithheldReason>>
}

export interface EmployeeDepartment {
  id: number
  /** `null` when WeCom does not tell this app the name. */
  name: string | null
  /** Names from the top department that this app may see down to this one. */
  path: string[]
  leader: boolean
  main: boolean
}

export type ProfileField =
  | 'userId'
  | 'name'
  | 'alias'
  | 'position'
  | 'avatar'
  | 'departments'
  | 'directLeaders'
  | 'roles'
  | 'mobile'
  | 'email'
  | 'bizMail'
  | 'telephone'
  | 'address'
  | 'gender'
  | 'extattr'
  | 'externalPosition'
  | 'externalProfile'
  | 'qrCode'
  | 'openUserId'

/**
 * `byConfiguration`: PROFILE_FIELDS does not list it. `byWecom`: WeCom does not give it to this app
 * (apps created after 2022-06-20 need the employee's consent). `empty`: not filled in at WeCom.
 * `outOfRange`: outside what this app may see. With `departments` it may be the names that are withheld,
 * while the ids are there.
 */
export type WithheldReason = 'byConfiguration' | 'byWecom' | 'empty' | 'outOfRange'

export type ExtAttr =
  | { kind: 'text'; name: string; value: string }
  | { kind: 'web'; name: string; url: string; title: string }
  | { kind: 'miniprogram'; name: string; appId: string; pagePath: string; title: string }

export interface ExternalProfile {
  corpName?: string
  attributes: ExtAttr[]
}

export interface Session {
  /** Opaque to its holder; travels as `Authorization: Bearer`, or as `session` in callFunction. */
  token: string
  expiresAt: number
  /** The same life as a length, for holders whose clock is wrong. */
  lifeSeconds: number
}

/** Says to one other back-end of the company who its bearer is, and nothing to anybody else. */
export interface BackendToken {
  token: string
  expiresAt: number
  /** The same life as a length, for holders whose clock is wrong. */
  lifeSeconds: number
}

export interface SignInResult {
  session: Session
  employee: Employee
}

/** What each function can be asked: the request is `{ action, session?, ...arguments }`. */
export interface IdentityApi {
  signIn: { arguments: { jsCode: string }; result: SignInResult }
  profile: { arguments: object; result: { employee: Employee } }
  /** A new token for the same session, without a new code. */
  renew: { arguments: object; result: { session: Session } }
  /** Ends this session; with `everywhere` all of this employee's. */
  signOut: { arguments: { everywhere?: boolean }; result: object }
  /** For one of BACKENDS, which verifies it by itself. */
  tokenFor: { arguments: { audience: string }; result: BackendToken }
  /** Opens what wx.qy gives encrypted, with the session_key that never leaves the server. */
  unseal: { arguments: Sealed; result: Unsealed }
}

/** What wx.qy.getEnterpriseUserInfo, getMobile and getEmail give, as they give it. */
export interface Sealed {
  kind: 'userInfo' | 'mobile' | 'email'
  encryptedData: string
  iv: string
  /** Only getEnterpriseUserInfo gives these two. */
  rawData?: string
  signature?: string
}

/** Only what was asked for. */
export interface Unsealed {
  name?: string
  gender?: 'male' | 'female'
  mobile?: string
  email?: string
}

/** What this employee may see in the workbench; who may see it is decided on the server. */
export interface WorkbenchContent {
  groups: WorkbenchGroup[]
  notices: WorkbenchNotice[]
}

export interface WorkbenchGroup {
  title: string
  entries: WorkbenchEntry[]
}

export interface WorkbenchEntry {
  id: string
  title: string
  /** A sentence under the title. */
  note?: string
  /** A page of this mini program, or an https address. */
  target: { page: string } | { url: string }
}

export interface WorkbenchNotice {
  id: string
  title: string
  text: string
  /** Epoch ms. */
  publishedAt: number
}

export interface WorkbenchApi {
  content: { arguments: object; result: WorkbenchContent }
}

export interface WechatApi {
  signIn: { arguments: { jsCode: string }; result: SignInResult }
}

/** Every function that the phone may ask, by name. */
export interface Functions {
  identity: IdentityApi
  wechat: WechatApi
  workbench: WorkbenchApi
}
