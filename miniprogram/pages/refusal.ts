import type { Failure } from '../services/answer'
import { copy, identity, t } from '../services/index'
import type { RefusalWords } from '../services/refusal-words'
import { refusalWords } from '../services/refusal-words'

interface RefusedPage {
  data: { refusal: RefusalWords | null }
}

/** What a page shows in place of its content: a skeleton, or why there is nothing. */
export function refusalData() {
  const state = identity.current()
  return { state: state.state, refusal: refusalWords(state, t) }
}

/** Handlers of the refusal card and of the pull-down, the same on every page. */
export const refusalMethods = {
  /** Outside WeCom asking again is idle, the steps are useful. */
  onAct(this: RefusedPage) {
    const { refusal } = this.data
    if (refusal && identity.current().state === 'outside') copyOrSay(refusal.next)
    else void identity.refresh()
  },
  /** Copies what an administrator needs to find the cause. */
  onCopy(this: RefusedPage) {
    const { refusal } = this.data
    if (!refusal) return
    const { what, adminHint, adminLine } = refusal
    copyOrSay([what, adminHint, adminLine].filter(Boolean).join('\n'))
  },
  onHelp() {
    wx.navigateTo({ url: '/pages/help/help' })
  },
}

/** The client says what was copied; that it was not, nobody else says. */
export function copyOrSay(text: string): void {
  void copy(text).then((isCopied) => {
    if (!isCopied) wx.showToast({ title: t('copy.failed'), icon: 'none' })
  })
}

/** Asks who it is once more, as somebody who pulls the page down wants. */
export function confirmAgain(): Promise<void> {
  // Whoever signed out comes back by the button, not by a slip of the thumb.
  return identity.current().state === 'signedOut' ? Promise.resolve() : identity.refresh()
}

/** One line for a failure beside content that is shown all the same. */
export function noteOf(failure: Failure | null | undefined): string {
  return failure ? t(`error.${failure.code}.what`) : ''
}
