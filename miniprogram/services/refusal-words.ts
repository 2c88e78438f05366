import type { Failure } from './answer'
import type { TextKey, Translate } from './i18n'
import type { IdentityState } from './identity'

/** The words of a refusal card; an empty text is not shown. */
export interface RefusalWords {
  tone: 'calm' | 'attention'
  what: string
  next: string
  button: string
  adminHint: string
  adminLine: string
}

/** Why there is no badge, in the employee's words; `null` while there is nothing to refuse. */
export function refusalWords(state: IdentityState, t: Translate): RefusalWords | null {
  switch (state.state) {
    case 'loading':
    case 'ready':
      return null
    case 'outside':
      return calm(t('outside.what'), t('outside.next'), t('action.copySteps'))
    case 'signedOut':
      return calm(t('signedOut.what'), t('signedOut.next'), t('action.signIn'))
    case 'notEmployee':
    case 'noAccess':
    case 'failed':
      return failureWords(state.failure, t)
  }
}

/** What went wrong, in the employee's words, and below it in the administrator's. */
export function failureWords(failure: Failure, t: Translate): RefusalWords {
  return {
    tone: 'attention',
    what: t(`error.${failure.code}.what`),
    next: t(`error.${failure.code}.next`),
    button: t('action.retry'),
    adminHint: adminHint(failure, t),
    adminLine: adminLine(failure, t),
  }
}

function calm(what: string, next: string, button: string): RefusalWords {
  return { tone: 'calm', what, next, button, adminHint: '', adminLine: '' }
}

const HINTS: Partial<Record<Failure['code'], TextKey>> = {
  MINIPROGRAM_NOT_LINKED: 'adminHint.MINIPROGRAM_NOT_LINKED',
  IP_NOT_TRUSTED: 'adminHint.IP_NOT_TRUSTED',
  SECRET_REFUSED: 'adminHint.SECRET_REFUSED',
  NOT_CONFIGURED: 'adminHint.NOT_CONFIGURED',
}

/** What an administrator can do about it; empty where there is nothing. */
export function adminHint({ code, details }: Failure, t: Translate): string {
  const key = HINTS[code]
  return key ? t(key, { address: details?.address ?? '-' }) : ''
}

function adminLine({ code, traceId }: Failure, t: Translate): string {
  return traceId ? t('admin.lineWithTrace', { code, traceId }) : t('admin.line', { code })
}
