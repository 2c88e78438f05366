import type { Choices } from '../choices'
import type { Clock } from '../clock'
import { fault } from '../wire/fault'
import { dropOldest } from './drop-oldest'
import type { Random } from './random'
import { createSingleUseCodes } from './single-use'

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

/** How many codes from elsewhere are remembered as spent. */
const capacity = 100_000

export const createCodes = (deps: { clock: Clock; random: Random; choices: Choices }): Codes => {
  const codes = createSingleUseCodes<CodeSubject>('js_code', deps)
  const spentForeign = new Set<string>()

  return {
    issue: codes.issue,
    redeem: (jsCode, at) =>
      codes.redeem(jsCode, ({ kind, miniProgramAppId }) => {
        if (kind !== at.kind) throw fault(40029, platformMismatch(kind))
        if (miniProgramAppId !== at.miniProgramAppId) {
          throw fault(40029, `the js_code was issued for the mini program ${miniProgramAppId}`)
        }
      }),
    knows: codes.knows,
    spendForeign: (jsCode) => {
      if (spentForeign.has(jsCode)) {
        throw fault(deps.choices.usedCode, 'this js_code was exchanged before')
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
