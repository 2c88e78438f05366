/** Refusals of the request itself, or of how many there are. */
export const requests = {
  [-1]: {
    zh: '系统繁忙。稍候再试，最多三次。',
    en: 'System busy. Wait and try again, three times at most.',
  },
  40033: {
    zh: '请求体里有 \\u 转义的字符。直接发送 UTF-8。',
    en: 'The body has characters written as \\uXXXX. Send UTF-8.',
  },
  40058: {
    zh: '参数不合要求：错误文字里引号中的就是它。也可能是该用 POST 时用了 GET。',
    en: 'A parameter is wrong: the one in quotes. Or the verb is: POST instead of GET.',
  },
  40063: { zh: '有参数是空的。', en: 'A parameter is empty.' },
  40206: { zh: '请求体太大。', en: 'The body is too large.' },
  45009: {
    zh: '调用太频繁。停到窗口过去（一分钟或一小时）再调用；错误的 Secret 太多会封一小时。',
    en: 'Called too often. Wait until the window is over; too many wrong secrets ban for an hour.',
  },
  45029: { zh: '回答太大。按部门分批取。', en: 'The answer is too large. Ask by department.' },
  45033: { zh: '同一接口同时调用太多。减少并发。', en: 'Too many calls of it at once.' },
  50100: { zh: '分页的 cursor 不对。从头取起。', en: 'The cursor is wrong. Begin again.' },
  900404: {
    zh: '模拟器没有这个接口；真的企业微信可能有。',
    en: 'The simulator does not have this path; the real WeCom may.',
  },
}
