import { identity } from '../services/index'
import type { IdentityState } from '../services/identity'
import type { RefusalWords } from '../services/refusal-words'

/** What the button of a refusal card does: outside WeCom asking again is idle, the steps are useful. */
export function actOnRefusal(state: IdentityState['state'], refusal: RefusalWords): void {
  if (state === 'outside') wx.setClipboardData({ data: refusal.next })
  else void identity.refresh()
}

/** Copies what an administrator needs to find the cause. */
export function copyForAdministrator({ what, adminHint, adminLine }: RefusalWords): void {
  wx.setClipboardData({ data: [what, adminHint, adminLine].filter(Boolean).join('\n') })
}
