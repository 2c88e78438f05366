import type { PhoneSetup } from '../../setup'
import { CallFailure } from './call'
import type { Network } from './network'

/** Who issues what a client is given: WeCom for `wx.qy`, WeChat for the rest. */
export type Platform = 'wecom' | 'wechat'

/** Whose phone it is, and how it reaches WeCom. */
export interface ClientLine {
  setup: PhoneSetup
  network: Network
}

/**
 * Asks the stand-in for WeCom what the client of this person would get. Where it refuses, its own words
 * are the failure.
 */
export async function askAsClient(
  { setup, network }: ClientLine,
  what: 'login' | 'check-session' | 'sealed' | 'picture',
  more: { platform: Platform; kind?: string },
): Promise<Record<string, unknown>> {
  const body = JSON.stringify({
    ...more,
    userId: setup.as,
    ...(setup.corp === '' ? {} : { corpId: setup.corp }),
  })
  const send = () =>
    fetch(`${setup.wecomBase}/_sim/client/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }).catch(() => {
      throw new CallFailure('the WeCom simulator cannot be reached')
    })
  // What a client is given fits into one packet.
  const response = await network.carry(send, () => 0)
  const answer = (await response.json().catch(() => ({}))) as Record<string, unknown>
  if (!response.ok) throw new CallFailure(String(answer.error ?? 'refused'))
  return answer
}
