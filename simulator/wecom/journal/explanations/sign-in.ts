/** Refusals at sign-in: codes, mini programs, tickets. */
export const signIn = {
  40029: {
    zh: 'code 无效：用过了、超过五分钟，或是发给别的应用、别的平台的。重新登录取一个新的。',
    en: 'The code was used, is older than five minutes, or was issued for another app or platform.',
  },
  41008: { zh: '没带 code。', en: 'There is no code.' },
  42003: { zh: 'code 超过了五分钟。重新登录。', en: 'The code is too old. Sign in again.' },
  42022: {
    zh: 'code 已经换过一次。同一个 code 只换一次，重新登录。',
    en: 'The code was exchanged before. Exchange each code once, and sign in again.',
  },
  50001: {
    zh: '跳转的域名与应用的可信域名不符，端口也要一致；或是用了别的应用的凭证。',
    en: "The host, port included, is not the app's trusted domain; or the token is another app's.",
  },
  84014: { zh: 'user_ticket 超过了 1800 秒。重新授权。', en: 'The user_ticket has expired.' },
  84015: { zh: 'user_ticket 不对。', en: 'The user_ticket is wrong.' },
  84090: { zh: '没带 user_ticket。', en: 'There is no user_ticket.' },
  90206: {
    zh: '小程序没有关联到这家企业。在应用管理 → 小程序里关联。',
    en: 'The mini program is not linked to the corp. Link it in the admin console.',
  },
  90207: { zh: '小程序的 AppID 不对。', en: 'The AppID of the mini program is wrong.' },
  90208: {
    zh: '小程序的 AppID 与应用关联的不是同一个。',
    en: 'The AppID is not that of the mini program linked to the app.',
  },
  91040: {
    zh: 'ticket 的种类不对：企业的和应用的 jsapi_ticket 不能混用。',
    en: 'The wrong kind of ticket: those of the corp and of an app are different.',
  },
  92002: {
    zh: '跨企业调用：这个成员或凭证属于另一家企业。核对 corpid。',
    en: 'A call across corps: the member or the credential is of another corp. Check the corpid.',
  },
}
