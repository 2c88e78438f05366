import type { PhoneSetup } from '../../setup'
import type { Dialogs } from '../shell/dialogs'
import { CallFailure } from './call'
import { askAsClient } from './client'

const WORDS = {
  zh_CN: {
    mobile: '小程序申请获取你的手机号',
    email: '小程序申请获取你的邮箱',
    allow: '允许',
    deny: '拒绝',
  },
  en: {
    mobile: 'The mini program asks for your mobile number',
    email: 'The mini program asks for your mail address',
    allow: 'Allow',
    deny: 'Deny',
  },
}

/**
 * What WeCom gives encrypted under the session_key, which is not at hand here. For a mobile number and a
 * mail address it asks the person every time.
 * https://developer.work.weixin.qq.com/document/path/91620
 */
export function sealedCalls(setup: PhoneSetup, { showModal }: Pick<Dialogs, 'showModal'>) {
  const words = WORDS[setup.language]
  const sealed = (kind: string) => askAsClient(setup, 'sealed', { platform: 'wecom', kind })

  const withConsent = (kind: 'mobile' | 'email') => async () => {
    // Without a session, or outside the visible range, there is nothing to consent to.
    const answer = await sealed(kind)
    const { confirm } = await showModal({
      title: words[kind],
      content: '',
      showCancel: true,
      cancelText: words.deny,
      confirmText: words.allow,
      editable: false,
      placeholderText: '',
    })
    if (!confirm) throw new CallFailure('auth deny')
    return answer
  }
  return {
    getEnterpriseUserInfo: () => sealed('userInfo'),
    getMobile: withConsent('mobile'),
    getEmail: withConsent('email'),
  }
}
