const page = (number: number) => `https://developer.work.weixin.qq.com/document/path/${number}`

/** Official pages that entries refer to. */
export const pages = {
  errcodes: page(90313),
  gettoken: page(91039),
  jscode2session: page(91507),
  userGet: page(90196),
  getuserid: page(95402),
  department: page(90208),
  tag: page(90213),
  agent: page(90227),
  authorize: page(91022),
  getuserdetail: page(95833),
  callback: page(90930),
  jssdk: page(90506),
  domain: page(90315),
  limits: page(90312),
  link: page(92370),
  contactsSync: page(96079),
  // Its entry for 60020 tells where trusted addresses are kept.
  trustedIp: page(90313),
} as const
