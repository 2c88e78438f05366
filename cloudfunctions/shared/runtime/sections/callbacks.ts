import { readAesKey, type CallbackKeys } from '../../callbacks/callback-keys'
import type { Settings } from '../settings'

/** Under which keys WeCom tells us what happens. */
export interface CallbackSettings {
  /** 应用管理 → the app → 接收消息. */
  app: CallbackKeys
  /** 管理工具 → 通讯录同步; many companies do without. */
  contacts: CallbackKeys | undefined
}

// https://developer.work.weixin.qq.com/document/path/90930: at most 32 letters and digits.
const tokenShape = /^[A-Za-z0-9]{1,32}$/

export const readCallbacks = (settings: Settings): CallbackSettings => {
  const receiveId = settings.text('WECOM_CORP_ID', /^[\w-]{1,64}$/)
  const keys = (prefix: string): CallbackKeys => ({
    callbackToken: settings.text(`${prefix}CALLBACK_TOKEN`, tokenShape),
    aesKey: settings.parsed(`${prefix}CALLBACK_AES_KEY`, readAesKey),
    receiveId,
  })
  const hasContacts = ['CONTACT_CALLBACK_TOKEN', 'CONTACT_CALLBACK_AES_KEY'].some((name) =>
    settings.optional(name),
  )
  return { app: keys(''), contacts: hasContacts ? keys('CONTACT_') : undefined }
}
