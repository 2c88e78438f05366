import type { Choices } from '../choices'
import type { Clock } from '../clock'
import { fault } from '../wire/fault'
import { dropOldest } from './drop-oldest'
import type { Random } from './random'

/** qy-mini: from wx.qy.login inside WeCom · wx-mini: from wx.login inside WeChat. */
export type CodeKind = 'qy-mini' | 'wx-mini'

/** Whom a js_code (临时登录凭证) stands for, and for which mini program it was issued. */
export interface CodeSubject {
  kind: CodeKind
  corpId: string
  userId: string
  miniProgramAppId: string
}

/** The js_codes that were issued: single use, 300 seconds, for one platform and one mini program. */
export interface Codes {
  issue(subject: CodeSubject): string
  /**
   * Spends a code and gives whom it stands for; throws 40029 for every reason not to. The code of
   * another app or platform is refused without being spent.
   */
  redeem(jsCode: string, at: { kind: CodeKind; miniProgramAppId: string }): CodeSubject
  /** Whether the code was issued here; a real WeChat DevTools brings codes that were not. */
  knows(jsCode: string): boolean
  /** Remembers a code from elsewhere as spent; throws when it was spent before. */
  spendForeign(jsCode: string): void
}

/** https://developer.work.weixin.qq.com/document/path/91506 */
export const codeLifeSeconds = 300
/** How many codes are remembered, so that a late one is refused for the right reason. */
const capacity = 100_000

export const createCodes = (deps: { clock: Clock; random: Random; choices: Choices }): Codes => {
  const { clock, random, choices } = deps
  const codes = new Map<string, { subject: CodeSubject; issuedAt: number; used: boolean }>()
  const spentForeign = new Set<string>()

  return {
    issue: (subject) => {
      dropOldest(codes, capacity)
      const jsCode = random(24).toString('base64url')
      codes.set(jsCode, { subject, issuedAt: clock.now(), used: false })
      return jsCode
    },
    redeem: (jsCode, at) => {
      const issued = codes.get(jsCode)
      if (!issued) throw fault(40029, 'this js_code was never issued here')
      const { kind, miniProgramAppId } = issued.subject
      if (kind !== at.kind) throw fault(40029, platformMismatch(kind))
      if (miniProgramAppId !== at.miniProgramAppId) {
        throw fault(40029, `the js_code was issued for the mini program ${miniProgramAppId}`)
      }
      if (issued.used) throw fault(choices.usedCode, 'this js_code was exchanged before')
      if (clock.now() - issued.issuedAt >= codeLifeSeconds * 1000) {
        throw fault(choices.expiredCode, `this js_code is older than ${codeLifeSeconds} seconds`)
      }
      issued.used = true
      return issued.subject
    },
    knows: (jsCode) => codes.has(jsCode),
    spendForeign: (jsCode) => {
      if (spentForeign.has(jsCode)) {
        throw fault(choices.usedCode, 'this js_code was exchanged before')
      }
      dropOldest(spentForeign, capacity)
      spentForeign.add(jsCode)
    },
  }
}

const platformMismatch = (kind: CodeKind) =>
  kind === 'wx-mini'
    ? 'the js_code comes from wx.login (WeChat); inside WeCom it must come from wx.qy.login'
    : 'the js_code comes from wx.qy.login (WeCom); this endpoint takes those of wx.login'
