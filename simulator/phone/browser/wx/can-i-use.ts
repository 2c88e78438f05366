import { BUILTIN_TAGS, SIMULATED_TAGS } from '../../builtin-tags'
import { callsOf, QY_CALLS, type PlatformCall } from '../../platform'
import type { Host } from '../../setup'

/** Words between a call's name and the detail asked for. */
const METHODS = new Set(['return', 'success', 'object', 'callback'])

/**
 * wx.canIUse for one host and screen: true for what this phone really has, and for nothing else.
 * Takes `call`, `call.method.detail`, or a component's tag.
 * https://developers.weixin.qq.com/miniprogram/dev/api/base/wx.canIUse.html
 */
export function canIUseOf(host: Host, onDesktop: boolean): (schema: string) => boolean {
  const calls = callsOf(host, onDesktop)
  return (schema) => {
    const [name = '', ...rest] = schema.split('.')
    if (name === 'qy') return host === 'wecom' && qyCanIUse(rest.join('.'))
    const known = calls.get(name)
    if (known !== undefined) return affirms(known, rest)
    return BUILTIN_TAGS.has(name) && rest.length === 0
      ? (SIMULATED_TAGS as readonly string[]).includes(name)
      : false
  }
}

/** wx.qy.canIUse, for example `login.success.code`. */
export function qyCanIUse(schema: string): boolean {
  const [name = '', ...rest] = schema.split('.')
  const details = Object.hasOwn(QY_CALLS, name) ? QY_CALLS[name] : undefined
  return details !== undefined && affirms({ name, details }, rest)
}

function affirms({ details = [] }: PlatformCall, [method, ...path]: string[]): boolean {
  if (method === undefined) return true
  if (details.includes(method)) return true
  if (!METHODS.has(method)) return false
  return path.length === 0 || details.includes(path[0] ?? '')
}
