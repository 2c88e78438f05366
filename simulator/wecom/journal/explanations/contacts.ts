/** Refusals about people, departments and tags. */
export const contacts = {
  40003: {
    zh: 'userid 不合规则，或不在通讯录里。',
    en: 'The userid is malformed, or nobody has it.',
  },
  40032: {
    zh: '名单太长或为空。分批发送。',
    en: 'The list is empty or too long. Send it in parts.',
  },
  40056: {
    zh: 'agentid 不对，或应用不存在。',
    en: 'The agentid is wrong, or there is no such app.',
  },
  40068: { zh: '标签 id 不对。', en: 'The tag id is wrong.' },
  40073: { zh: 'openid 不对，或不是这家企业的。', en: 'The openid is wrong, or of another corp.' },
  41009: { zh: '没带 userid。', en: 'There is no userid.' },
  41011: { zh: '没带 agentid。', en: 'There is no agentid.' },
  41017: { zh: '没带 tagid。', en: 'There is no tagid.' },
  41019: { zh: '没带部门 id。', en: 'There is no department id.' },
  43004: {
    zh: '这位成员没有绑定微信，没有 openid。',
    en: 'The member has not bound WeChat, and has no openid.',
  },
  46004: {
    zh: '没有这个成员，或不在应用的可见范围内。',
    en: "No such member, or outside the app's visible range.",
  },
  60003: { zh: '没有这个部门。', en: 'There is no such department.' },
  60011: {
    zh: '没有权限：成员、部门或标签在应用的可见范围之外。',
    en: 'No privilege: the member, department or tag is outside the visible range.',
  },
  50002: {
    zh: '成员不在权限范围内。把他加进应用的可见范围。',
    en: "The member is outside the authority. Add them to the app's visible range.",
  },
  60021: {
    zh: '成员不在应用的可见范围内。请管理员把他加进去。',
    en: "The member is outside the app's visible range. An administrator can add them.",
  },
  60111: {
    zh: '没有这个成员：已删除、已退出，或不在应用的可见范围内。收回他的登录态。',
    en: 'No such member: deleted, departed, or outside the visible range. End their sessions.',
  },
  60123: {
    zh: '部门 id 不对，或部门不在应用的可见范围内。',
    en: 'The department id is wrong, or outside the visible range.',
  },
}
