/** Refusals of whoever calls: the corp, the secret, the token, the address. */
export const credentials = {
  40001: {
    zh: 'Secret 与企业下任何应用都不符，或刚被重置。在应用详情页重新复制，不要反复重试。',
    en: 'No app of the corp has this secret, or it was reset. Copy it again; do not retry in a loop.',
  },
  40013: {
    zh: '没有这个企业 ID。用 ww 开头的 corpid（我的企业 → 企业信息），不是小程序 AppID。',
    en: 'No such corp. Use the corpid that begins with ww, not the AppID of the mini program.',
  },
  40014: {
    zh: 'access_token 不是这里发的，或已被提前收回。重新 gettoken 一次。',
    en: 'The token was not issued here, or was taken back early. Fetch a new one, once.',
  },
  40091: {
    zh: '这个 Secret 属于另一家企业。把 corpid 和 Secret 配成一对。',
    en: 'The secret belongs to another corp. Pair corpid and secret.',
  },
  41001: {
    zh: '没带 access_token。它要放在网址的查询串里，不在请求体里。',
    en: 'No access_token. It belongs in the query string, not in the body.',
  },
  41002: {
    zh: '没带 corpid，多半是环境变量没有读到。',
    en: 'No corpid: a variable was probably not loaded.',
  },
  41004: {
    zh: '没带 corpsecret，多半是环境变量没有读到。',
    en: 'No corpsecret: a variable was probably not loaded.',
  },
  42001: {
    zh: 'access_token 已过期（7200 秒）。重新 gettoken 一次，再发一遍请求。',
    en: 'The token has expired (7200 s). Fetch a new one, once, and repeat the call.',
  },
  48002: {
    zh: '这种凭证不能调用这个接口，例如通讯录同步的 Secret。换用自建应用的。',
    en: "This kind of credential may not call it, 通讯录同步's for one. Use that of a self-built app.",
  },
  48009: {
    zh: '通讯录同步的 Secret 不能再从新地址读取通讯录。换用自建应用的。',
    en: "The contact-sync secret may no longer read contacts from here. Use a self-built app's.",
  },
  50003: {
    zh: '应用已停用。请管理员在应用管理里启用。',
    en: 'The app is disabled. An administrator can enable it.',
  },
  60020: {
    zh: '来源地址不在企业可信 IP 里。把服务器的出口 IP 加进去，约一分钟后生效。',
    en: "The caller is not among the trusted IPs. Add the server's address; it takes about a minute.",
  },
  2000002: {
    zh: '没有这个企业 ID（与 40013 同义）。用 ww 开头的 corpid。',
    en: 'No such corp, as 40013. Use the corpid that begins with ww.',
  },
  301002: {
    zh: '这个 access_token 属于另一个应用，agentid 与它不是一对。',
    en: 'The token belongs to another app than the agentid.',
  },
}
