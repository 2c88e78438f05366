// Wiring: the one place where the services meet the real `wx`, the real clock and each other.
import { configFor } from '../config'
import { createCopy } from './clipboard'
import type { Timer } from './deadline'
import { createFailureLog } from './failure-log'
import { readHost } from './host'
import { createTranslate } from './i18n'
import { createIdentity } from './identity'
import type { Identity } from './identity'
import { createLanguage } from './language'
import { createLogin } from './login'
import { createPrivacy } from './privacy'
import { createPrivateData } from './private-data'
import { createRequest } from './request'
import { createSession } from './session'
import { createStoredBadge } from './stored-badge'
import { createTransport } from './transport'
import { createWorkbench } from './workbench'

const timer: Timer = (done, milliseconds) => {
  const id = setTimeout(done, milliseconds)
  return () => clearTimeout(id)
}
export const clock = (): number => Date.now()

export const host = readHost(wx)
const config = configFor(wx)
const call = createTransport({ wire: wx, host, config, timer })
const session = createSession({
  door: host.kind === 'wecom' ? 'identity' : 'wechat',
  login: createLogin({ source: wx, host, timer }),
  call,
  clock,
  onRenewed: (answer) => identity.renewed(answer),
})

export const language = createLanguage({ system: host.language, storage: wx })
export const t = createTranslate(language.current)

/** Who is it, and how do we know. */
export const identity: Identity = createIdentity({
  host,
  wechatDoor: config.cloudEnvId !== '',
  session,
  call,
  storedBadge: createStoredBadge(wx),
  clock,
})

/** The last thing that went wrong, for the help page. */
export const failures = createFailureLog(clock)
identity.onChange((state) => {
  if ('failure' in state && state.failure) failures.note(state.failure)
  else if (state.state === 'signedOut' || (state.state === 'ready' && !state.stale))
    failures.forget()
})

/** Asks one of the company's own functions, as the employee who is signed in. */
export const request = createRequest({ identity, session, call, failures })
export const workbench = createWorkbench({ identity, request, clock })
export const privateData = createPrivateData({ source: wx.qy, session, call, failures })
export const privacy = createPrivacy(wx)
export const copy = createCopy(wx, privacy)

/** Until when the session counts if nobody lengthens it: epoch milliseconds, null without one. */
export const sessionUntil = (): number | null => session.until()
