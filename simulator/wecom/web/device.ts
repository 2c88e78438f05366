import { findPerson, keyOf, type Person } from '../state/people'
import type { World } from '../state/world'
import type { Visit } from './visit'

/** What a page is opened in, and whose it is. */
export interface Device {
  /** By the user agent; that of WeCom contains both words. */
  client: 'wecom' | 'wechat' | 'browser'
  /** Who was put into the simulated WeCom of this browser. */
  person: Person | undefined
}

/** https://developer.work.weixin.qq.com/document/path/90315 */
const clientOf = (userAgent: string): Device['client'] => {
  if (/\bwxwork\//i.test(userAgent)) return 'wecom'
  return /\bMicroMessenger\//i.test(userAgent) ? 'wechat' : 'browser'
}

// Named at length: cookies of 127.0.0.1 are shared by whatever runs on any of its ports.
const cookieName = 'wecom-simulator-person'

export const deviceOf = (
  { userAgent, cookies }: Pick<Visit, 'userAgent' | 'cookies'>,
  { corps }: Pick<World, 'corps'>,
): Device => {
  const value = new RegExp(`(?:^|; )${cookieName}=([\\w.@-]+)/([\\w.@-]+)(?:;|$)`).exec(cookies)
  const [, corpId = '', id = ''] = value ?? []
  return { client: clientOf(userAgent), person: findPerson(corps, { corpId, id }) }
}

/** Keeps who is in the simulated WeCom, until the browser is closed. */
export const personCookie = (person: Person): string => {
  const { corpId, id } = keyOf(person)
  return `${cookieName}=${corpId}/${id}; Path=/; HttpOnly; SameSite=Lax`
}
