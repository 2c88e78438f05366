/** Why a receiver was not content, or WeCom not with it: a closed list, in both languages. */
export const callbackProblems = {
  NOT_LOOPBACK: {
    zh: '模拟器只向本机发送：请把回调 URL 改成 http://127.0.0.1 或 http://localhost。',
    en: 'The simulator sends to this machine only: use http://127.0.0.1 or http://localhost.',
  },
  UNREACHABLE: {
    zh: '连不上这个地址：请先启动接收回调的服务，并核对端口。',
    en: 'Nothing answers at this address: start the receiver and check the port.',
  },
  TIMED_OUT: {
    zh: '没有在时限内回答（验证 URL 1 秒，事件 5 秒）：请先应答，再处理。',
    en: 'No answer within the limit (1 s for the URL check, 5 s for an event): answer first, work after.',
  },
  STATUS: {
    zh: '返回的 HTTP 状态码不是 200：多半是验签或解密失败，请核对 Token、EncodingAESKey 和企业 ID。',
    en: 'The HTTP status is not 200: most often the signature or the decryption; check Token, EncodingAESKey and corpid.',
  },
  ECHO_EMPTY: {
    zh: '返回了空内容：应当返回解密后的 echostr 明文。',
    en: 'The answer is empty: it must be the decrypted echostr.',
  },
  ECHO_ENCRYPTED: {
    zh: '原样返回了 echostr：应当先解密，返回其中的明文。',
    en: 'The echostr came back as it was sent: decrypt it and answer the plain text.',
  },
  ECHO_QUOTED: {
    zh: '明文被加了引号：请按纯文本返回，不要用 JSON。',
    en: 'The plain text stands in quotes: answer text, not JSON.',
  },
  ECHO_BOM: {
    zh: '明文前面有 BOM：请返回不带 BOM 的 UTF-8。',
    en: 'The plain text begins with a byte order mark: answer UTF-8 without one.',
  },
  ECHO_LINE_END: {
    zh: '明文前后有空白或换行：请一个字符也不要多。',
    en: 'There is white space or a line end around the plain text: not one character more.',
  },
  ECHO_DIFFERENT: {
    zh: '返回的不是解密后的 echostr：请核对 EncodingAESKey，并留意 URL 里的 “+” 被解码成了空格。',
    en: 'The answer is not the decrypted echostr: check EncodingAESKey, and whether "+" in the URL became a blank.',
  },
  REPLY_UNREADABLE: {
    zh: '事件的应答应为空串、success，或加密后的 XML。',
    en: 'The answer to an event must be empty, "success", or encrypted XML.',
  },
} as const

export type CallbackProblem = keyof typeof callbackProblems
