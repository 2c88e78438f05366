type Both = readonly [zh: string, en: string]

/** What each call is for, in a few words. */
const CALLS: Record<string, Both> = {
  'wx.qy.login': ['要一个一次性的 code', 'asks for a code that works once'],
  'wx.login': ['要一个微信的一次性 code', 'asks WeChat for a code that works once'],
  'wx.qy.checkSession': ['问登录态是否还有效', 'asks whether the session still counts'],
  'wx.qy.getEnterpriseUserInfo': ['要姓名，加密的', 'asks for the name, encrypted'],
  'wx.qy.getMobile': ['问本人要手机号，加密的', 'asks the person for their number, encrypted'],
  'wx.qy.getEmail': ['问本人要邮箱，加密的', 'asks the person for their mail address, encrypted'],
  'wx.qy.getAvatar': ['问本人要头像', 'asks the person for their picture'],
  'wx.qy.getQrCode': ['问本人要个人二维码', 'asks the person for their QR code'],
  '/cgi-bin/gettoken': [
    '换取应用的 access_token，之后复用',
    "gets the app's access_token, then reused",
  ],
  '/cgi-bin/miniprogram/jscode2session': [
    '用 code 换“这是谁”',
    'exchanges the code for who this is',
  ],
  '/cgi-bin/user/get': ['读取这位成员的资料', "reads this member's profile"],
  '/cgi-bin/department/list': ['读取部门', 'reads the departments'],
  '/cgi-bin/department/simplelist': ['读取部门编号', 'reads the department ids'],
  '/cgi-bin/department/get': ['读取部门名称', "reads a department's name"],
  signIn: ['带着 code 登录', 'signs in with the code'],
  profile: ['重新读取资料', 'reads the profile again'],
  renew: ['续期', 'renews the session'],
  signOut: ['退出', 'signs out'],
}

/** Outcomes: our error codes, WeCom's errcodes, and what can happen on the way. */
const OUTCOMES: Record<string, Both> = {
  BAD_INPUT: ['请求的内容不对', 'the request is malformed'],
  TOO_LARGE: ['请求太大', 'the request is too large'],
  SLOW_DOWN: ['太频繁，请稍候', 'too many requests'],
  CODE_REFUSED: [
    'code 无效：用过、过期或不是这里的',
    'the code was used, expired or is not from here',
  ],
  SESSION_REFUSED: ['登录态无效，需要重新登录', 'the session is no longer valid'],
  DATA_REFUSED: [
    '加密数据打不开，需要重新登录',
    'the encrypted data can’t be opened: sign in again',
  ],
  NOT_ALLOWED: ['没有权限', 'not allowed'],
  NOT_BOUND: ['这个微信还没有绑定成员，请在企业微信里打开', 'not bound to a member: open in WeCom'],
  OTHER_CORP: ['来自别的企业', 'from another company'],
  MEMBER_DISABLED: ['这位成员已被停用', 'this member is disabled'],
  MEMBER_LEFT: ['这位成员已退出企业', 'this member has left'],
  MEMBER_NOT_ACTIVATED: ['这位成员还没有激活', 'this member is not activated yet'],
  MEMBER_NOT_VISIBLE: ['不在应用的可见范围内', "outside the app's visible range"],
  MINIPROGRAM_NOT_LINKED: [
    '小程序还没有关联到企业',
    'the mini program is not linked to the company',
  ],
  IP_NOT_TRUSTED: ['服务器地址不在企业可信 IP 里', "the server's address is not trusted"],
  SECRET_REFUSED: ['应用的 Secret 不对', "the app's secret is wrong"],
  NOT_CONFIGURED: ['还没有配置完', 'not configured yet'],
  WECOM_REFUSED: ['企业微信拒绝了', 'WeCom refused'],
  WECOM_BUSY: ['企业微信正忙', 'WeCom is busy'],
  WECOM_UNREACHABLE: ['连不上企业微信', 'WeCom cannot be reached'],
  WECOM_TIMEOUT: ['企业微信没有及时回答', 'WeCom did not answer in time'],
  WECOM_ODD_REPLY: ['企业微信的回答看不懂', "WeCom's answer makes no sense"],
  UNAVAILABLE: ['暂时不可用', 'not available now'],
  INTERNAL: ['函数内部出错', 'the function failed'],
  '-1': ['系统繁忙', 'busy'],
  '40001': ['Secret 不对', 'wrong secret'],
  '40013': ['企业 ID 不对', 'wrong corp id'],
  '40014': ['access_token 不对', 'wrong access_token'],
  '40029': ['code 无效', 'invalid code'],
  '42001': ['access_token 已过期', 'access_token expired'],
  '45009': ['调用太频繁', 'called too often'],
  '60011': ['没有权限', 'no privilege'],
  '60020': ['来源 IP 不可信', 'address not trusted'],
  '60021': ['不在可见范围内', 'outside the visible range'],
  '60111': ['没有这个成员', 'no such member'],
  '90206': ['小程序没有关联企业', 'mini program not linked'],
  'the WeCom simulator gave no code': [
    '模拟器不认识这个人',
    'the simulator does not know this person',
  ],
  'the WeCom simulator cannot be reached': ['连不上模拟器', 'the simulator cannot be reached'],
  'no session or expired': ['没有登录，或已过期', 'not signed in, or expired'],
  'not simulated': ['预览里没有模拟', 'not simulated in the preview'],
  'auth deny': ['本人拒绝了', 'the person refused'],
  'net::ERR_INTERNET_DISCONNECTED': ['手机没有网络', 'the phone has no network'],
  timeout: ['超时', 'timed out'],
  abort: ['已取消', 'aborted'],
  '': ['没有连上', 'could not connect'],
}

/** What a call is for, or '' when nobody wrote it down. */
export function meaningOf(call: string, language: 'zh' | 'en'): string {
  return pick(CALLS, call, language) ?? ''
}

/** An outcome in plain words, or as it came. */
export function outcomeOf(outcome: string, language: 'zh' | 'en'): string {
  return pick(OUTCOMES, outcome, language) ?? outcome
}

function pick(table: Record<string, Both>, key: string, language: 'zh' | 'en') {
  return Object.hasOwn(table, key) ? table[key]?.[language === 'zh' ? 0 : 1] : undefined
}
