/** A company as its file describes it (company.schema.json), every default filled in. */
export interface Company extends Corp {
  otherCorps: Corp[]
}

/** 企业: one corp with its people, its departments and the apps it has built. */
export interface Corp {
  corpId: string
  name: string
  apps: App[]
  departments: Department[]
  members: Member[]
  tags: Tag[]
  contactSync?: ContactSync
  /** 通讯录同步 → 设置接收事件服务器: where changes of the contacts (通讯录) are told. */
  contactCallback?: ContactCallback
  /** 互联企业: another corp whose people our own corp's web pages know by `corpId/userId`. */
  linked?: boolean
  /** Who is no member and opens web pages of the corp all the same. */
  visitors: Visitor[]
}

/** 非企业成员: known to web pages by an openid, and as a customer (外部联系人) by more. */
export interface Visitor {
  /** For the simulator alone; WeCom never tells it. */
  id: string
  name: string
  /** 跟进成员: the members whose customer this is. */
  followers: string[]
}

/** 通讯录同步 (管理工具 → 通讯录同步): a secret for the contacts of the whole corp, and for nothing else. */
export interface ContactSync {
  secret: string
  /** Addresses that called with this secret before 2022-08: they may still read members. */
  olderIps: string[]
  /** 企业可信IP. Absent: every address may call. */
  trustedIps?: string[]
}

/** 接收事件服务器: where events are sent, and what they are signed and encrypted with. */
export interface Callback {
  url: string
  token: string
  /** EncodingAESKey, 43 characters. */
  aesKey: string
}

/** 'full': all fields of a change · 'ids-only': what URLs that were set since 2022-08-15 are told. */
export interface ContactCallback extends Callback {
  profile: 'full' | 'ids-only'
}

/** 自建应用: an app of the corp, with the secret that its tokens are fetched with. */
export interface App {
  agentId: number
  name: string
  secret: string
  /** ISO 8601; decides the member fields unless `legacyFields` says so itself. */
  createdAt: string
  legacyFields?: boolean
  enabled: boolean
  visibleRange: VisibleRange
  miniProgram?: MiniProgram
  /** 企业可信IP. Absent: every address may call. */
  trustedIps?: string[]
  /** 接收消息服务器: hears when somebody enters or leaves the visible range, and of who opens the app. */
  callback?: Callback
  /** 可信域名 of 网页授权: hosts, with the port where it is not that of the scheme. */
  trustedDomains: string[]
  /** 授权登录回调域 of 企业微信授权登录, besides the trusted domains. */
  loginDomains: string[]
  /** What the administrator lets the app ask members for (成员敏感信息). */
  privateFields: PrivateField[]
}

/** 成员敏感信息: given by getuserdetail alone, to an app that asked the member. */
export type PrivateField =
  'avatar' | 'gender' | 'mobile' | 'email' | 'bizMail' | 'qrCode' | 'address'

/** 可见范围: whom the app may ask about. A department includes everything below it. */
export interface VisibleRange {
  members: string[]
  departments: number[]
  tags: number[]
}

/** The mini program (小程序) linked to an app, and what the link answers at sign-in. */
export interface MiniProgram {
  appId: string
  linked: Linked
}

/** true: plain userid · 'encrypted': our own people come as `wo…` · 'refused': errcode 90206. */
export type Linked = true | 'encrypted' | 'refused'

/** 部门. The root has id 1 and parentId 0. */
export interface Department {
  id: number
  name: string
  nameEn: string
  parentId: number
  /** Larger comes first. */
  order: number
}

/** 激活状态: 1 active · 2 disabled · 4 not activated · 5 left the corp. */
export type MemberStatus = 1 | 2 | 4 | 5

/** 成员. `order` runs parallel to `departments`. */
export interface Member {
  userId: string
  name: string
  alias?: string
  position?: string
  departments: number[]
  mainDepartment: number
  leaderOf: number[]
  order: number[]
  directLeaders: string[]
  status: MemberStatus
  gender?: 'male' | 'female'
  mobile?: string
  telephone?: string
  email?: string
  bizMail?: string
  address?: string
  avatar?: string
  qrCode?: string
  extattr: Attribute[]
  externalPosition?: string
  externalProfile?: ExternalProfile
}

/** 成员对外信息: what people outside the corp are shown. */
export interface ExternalProfile {
  corpName: string
  /** 视频号. */
  wechatChannels?: { nickname: string; status: number }
  attributes: Attribute[]
}

/** 扩展属性: a line of text, a link with a title, or, in the external profile, a mini program. */
export interface Attribute {
  name: string
  text?: string
  web?: { url: string; title: string }
  miniProgram?: { appId: string; pagePath: string; title: string }
}

/** 标签: people and whole departments under one name. */
export interface Tag {
  id: number
  name: string
  /** The app that made it through the API; absent: the admin console (管理后台). */
  createdBy?: number
  members: string[]
  departments: number[]
}
