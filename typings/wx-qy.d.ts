/**
 * `wx.qy`: what the WeCom client adds to a mini program. Neither miniprogram-api-typings nor any other
 * npm package types it. Callback style only: nothing official says that these return promises.
 * Overview: https://developer.work.weixin.qq.com/document/path/91502
 */
declare namespace WechatMiniprogram {
  namespace Qy {
    interface Result {
      /** Its text differs between a phone (`qy.login:ok`) and DevTools (`qy__login:ok`): never compare it. */
      errMsg: string
      errCode?: number
      /** Seen on failures of getAvatar. */
      fail_reason?: string
    }
    interface Callbacks<T> {
      success?(result: Result & T): void
      fail?(failure: Result): void
      complete?(result: Result): void
    }
    type Options<Parameters, T> = Parameters & Callbacks<T>
    /** Encrypted with the session_key that WeCom gave our server at the last code exchange. */
    interface Encrypted {
      encryptedData: string
      iv: string
    }
    interface Timeout {
      /** Milliseconds. */
      timeout?: number
    }
    interface Contact {
      departmentList?: { id: string; name: string }[]
      userList?: { id: string; name: string; avatar: string }[]
    }
    type Entry =
      | 'normal'
      | 'contact_profile'
      | 'single_chat_tools'
      | 'group_chat_tools'
      | 'chat_attachment'
      | 'single_kf_tools'
      | 'internal_group_chat_board'

    interface Api {
      /** For example `login.success.code`. https://developer.work.weixin.qq.com/document/path/91502 */
      canIUse(schema: string): boolean
      /** The code lives 5 minutes and can be exchanged once. https://developer.work.weixin.qq.com/document/path/91506 */
      login(options: Options<Timeout & { suiteId?: string }, { code: string }>): void
      /** After a new login it succeeds only once the server has exchanged the code. https://developer.work.weixin.qq.com/document/path/91508 */
      checkSession(options: Callbacks<{ expireIn: number }>): void
      /** https://developer.work.weixin.qq.com/document/path/91617 */
      getEnterpriseUserInfo(
        options: Options<
          Timeout,
          Encrypted & {
            userInfo: { name: string; gender: 0 | 1 | 2; language: string }
            rawData: string
            signature: string
          }
        >,
      ): void
      /** Asks the employee every time. https://developer.work.weixin.qq.com/document/path/91620 */
      getMobile(options: Options<Timeout, Encrypted>): void
      /** Asks the employee every time. */
      getEmail(options: Options<Timeout, Encrypted>): void
      /** Not encrypted. */
      getAvatar(options: Options<Timeout, { avatar: string }>): void
      /** Not encrypted; the C is a capital letter. */
      getQrCode(options: Options<Timeout, { qrCode: string }>): void
      /** `version` is WeCom's; wx.getSystemInfo tells WeChat's even here. https://developer.work.weixin.qq.com/document/path/95046 */
      getSystemInfo(options: Callbacks<{ version: string }>): void
      /** Not in DevTools. https://developer.work.weixin.qq.com/document/path/94321 */
      getContext(
        options: Callbacks<{
          entry: Entry | (string & Record<never, never>)
          shareTicket?: string
        }>,
      ): void
      /** The official sample reads `result`, the official table names the top level: accept both. https://developer.work.weixin.qq.com/document/path/93861 */
      selectEnterpriseContact(
        options: Options<
          {
            /** −1 the employee's own department, 0 the top. */
            fromDepartmentId: number
            mode: 'single' | 'multi'
            type: ('department' | 'user')[]
            selectedDepartmentIds?: string[]
            selectedUserIds?: string[]
          },
          Contact & { result?: Contact }
        >,
      ): void
      /** `userIds` and `externalUserIds` are joined by semicolons, 2 000 at most. */
      openEnterpriseChat(
        options: Options<{ groupName: string; userIds?: string; externalUserIds?: string }, object>,
      ): void
      /** `type` 1 is a member, 2 an external contact. */
      openUserProfile(options: Options<{ type: 1 | 2; userid: string }, object>): void
    }
  }
  interface Wx {
    /** Absent outside WeCom. */
    readonly qy?: Qy.Api
  }
  interface SystemInfo {
    /** Present in WeCom only. https://developer.work.weixin.qq.com/document/path/91511 */
    environment?: 'wxwork'
  }
}
