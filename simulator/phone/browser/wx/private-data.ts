import type { Dialogs } from '../shell/dialogs'
import { CallFailure } from './call'
import { askAsClient, type ClientLine } from './client'

const WORDS = {
  zh_CN: {
    who: (appName: string) => `${appName || '小程序'} 申请`,
    what: {
      mobile: '获取你的手机号',
      email: '获取你的邮箱',
      avatar: '获取你的头像',
      qrCode: '获取你的个人二维码',
    },
    allow: '允许',
    deny: '拒绝',
  },
  en: {
    who: (appName: string) => `${appName || 'The mini program'} asks to`,
    what: {
      mobile: 'Get your mobile number',
      email: 'Get your mail address',
      avatar: 'Get your picture',
      qrCode: 'Get your personal QR code',
    },
    allow: 'Allow',
    deny: 'Deny',
  },
}

type Asked = keyof (typeof WORDS)['en']['what']

/**
 * What WeCom gives of a person. The name comes without a question, all else only when they allow it, every
 * time anew. Number and mail address are encrypted under the session_key, which is not at hand here;
 * the addresses of pictures are not.
 * https://developer.work.weixin.qq.com/document/path/91620
 */
export function privateDataCalls(line: ClientLine, dialogs: Pick<Dialogs, 'askPermission'>) {
  const { appName, language } = line.setup
  const words = WORDS[language]
  const ask = (what: 'sealed' | 'picture', kind: string) =>
    askAsClient(line, what, { platform: 'wecom', kind })

  const withConsent = (what: 'sealed' | 'picture', kind: Asked) => async () => {
    // Without a session, or outside the visible range, there is nothing to consent to.
    const answer = await ask(what, kind)
    const picture = what === 'picture' ? { picture: String(answer[kind]) } : {}
    const allowed = await dialogs.askPermission({
      who: words.who(appName),
      what: words.what[kind],
      ...picture,
      deny: words.deny,
      allow: words.allow,
    })
    if (!allowed) throw new CallFailure('auth deny')
    return answer
  }
  return {
    getEnterpriseUserInfo: () => ask('sealed', 'userInfo'),
    getMobile: withConsent('sealed', 'mobile'),
    getEmail: withConsent('sealed', 'email'),
    getAvatar: withReason(withConsent('picture', 'avatar')),
    getQrCode: withReason(withConsent('picture', 'qrCode')),
  }
}

/** The official sample of a failed getAvatar has the reason in a field of its own. */
function withReason<Answer>(run: () => Promise<Answer>): () => Promise<Answer> {
  return async () => {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof CallFailure)) throw error
      throw new CallFailure(error.message, { ...error.fields, fail_reason: error.message })
    }
  }
}
