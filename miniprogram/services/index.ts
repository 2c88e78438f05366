// Wiring: the one place where the services meet the real `wx`, the real clock and each other.
import { configFor } from '../config'
import { readHost } from './host'
import { createTranslate } from './i18n'
import { createIdentity } from './identity'
import { createLogin } from './login'
import { createSession } from './session'
import { createStoredBadge } from './stored-badge'
import { createTransport } from './transport'
import type { Timer } from './deadline'
import type { Identity } from './identity'

const timer: Timer = (done, milliseconds) => {
  const id = setTimeout(done, milliseconds)
  return () => clearTimeout(id)
}
export const clock = (): number => Date.now()

const host = readHost(wx)
const config = configFor(wx)
const call = createTransport({ wire: wx, host, config, timer })
const session = createSession({
  door: host.kind === 'wecom' ? 'identity' : 'wechat',
  login: createLogin({ source: wx, host, timer }),
  call,
  clock,
  onRenewed: (answer) => identity.renewed(answer),
})

export const language = host.language
export const t = createTranslate(language)
export const identity: Identity = createIdentity({
  host,
  wechatDoor: config.cloudEnvId !== '',
  session,
  call,
  storedBadge: createStoredBadge(wx),
  clock,
})
