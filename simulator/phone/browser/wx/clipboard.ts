import type { Language } from '../../setup'
import type { Dialogs } from '../shell/dialogs'
import { call, CallFailure, type Options } from './call'
import type { Privacy } from './privacy'

/** How long WeChat says that something was copied, in milliseconds. */
const TOAST_MS = 1500

const COPIED = { zh_CN: '内容已复制', en: 'Copied' }

export interface ClipboardSurroundings {
  dialogs: Pick<Dialogs, 'showToast'>
  language: Language
  /** Absent in WeCom. */
  privacy: Pick<Privacy, 'require'> | undefined
}

/**
 * The phone's own clipboard: a page has no business with the developer's. WeChat counts both calls among
 * those that a person must have agreed to.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html
 */
export function clipboardCalls({ dialogs, language, privacy }: ClipboardSurroundings) {
  let copied = ''
  return {
    setClipboardData: call('setClipboardData', async ({ data }: Options) => {
      if (typeof data !== 'string')
        throw new CallFailure('parameter error: parameter.data should be String;')
      await privacy?.require('setClipboardData')
      copied = data
      dialogs.showToast({ title: COPIED[language], duration: TOAST_MS })
    }),
    getClipboardData: call('getClipboardData', async () => {
      await privacy?.require('getClipboardData')
      return { data: copied }
    }),
  }
}
