import type { PhoneSetup } from '../../setup'
import { CallFailure } from './call'

/** Who issues what a client is given: WeCom for `wx.qy`, WeChat for the rest. */
export type Platform = 'wecom' | 'wechat'

/**
 * Asks the stand-in for WeCom what the client of this person would get. Where it refuses, its own words
 * are the failure.
 */
export async function askAsClient(
  setup: PhoneSetup,
  what: 'login' | 'check-session' | 'sealed' | 'picture',
  more: { platform: Platform; kind?: string },
): Promise<Record<string, unknown>> {
  const response = await fetch(`${setup.wecomBase}/_sim/client/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...more,
      userId: setup.as,
      ...(setup.corp === '' ? {} : { corpId: setup.corp }),
    }),
  }).catch(() => {
    throw new CallFailure('the WeCom simulator cannot be reached')
  })
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
  if (!response.ok) throw new CallFailure(String(answer.error ?? 'refused'))
  return answer
}
