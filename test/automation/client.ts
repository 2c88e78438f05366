import type automator from 'miniprogram-automator'

export type MiniProgram = Awaited<ReturnType<typeof automator.connect>>
export type Element = NonNullable<
  Awaited<ReturnType<NonNullable<Awaited<ReturnType<MiniProgram['currentPage']>>>['$']>>
>

/** How a journey opens the mini program; what is left out is a member's phone, in WeCom, online. */
export interface Launch {
  /** 成员账号 of who opens it. */
  as?: string
  /** 企业 ID of their company, where it is another than that of the mini program. */
  corp?: string
  host?: 'wecom' | 'wechat'
  net?: 'offline'
}

/** What of a client only some have. */
export type Need =
  /** Starting the mini program anew, with what it stored. */
  | 'launch'
  /** Being another person, or none of the company. */
  | 'person'
  /** wx.qy. */
  | 'wecom'
  /** No wx.qy. */
  | 'wechat'

/** A WeChat or WeCom client that runs the mini program for a journey. */
export interface Client {
  mini: MiniProgram
  /** Opens the mini program, or what comes closest to that. */
  launch(how?: Launch): Promise<void>
  /** From now on nobody answers it. */
  silence(): Promise<void>
  /** Ends what the journey has begun. */
  leave(): Promise<void>
}
