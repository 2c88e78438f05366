/** How much is too much: https://developer.work.weixin.qq.com/document/path/90312 */
export interface LimitSettings {
  /** Of one API path, by a corp. */
  callsOfCorpPerMinute: number
  callsOfCorpPerHour: number
  /** Of one API path, from an address. */
  callsOfAddressPerMinute: number
  callsOfAddressPerHour: number
  /** Of one API path from an address; WeCom has such a limit (45033) and does not say which. */
  callsAtOnce: number
  debugCallsPerMinute: number
  /** jsapi_ticket, each kind for itself. */
  ticketsOfCorpPerHour: number
  ticketsOfAppPerHour: number
  /** Wrong secrets within an hour that ban an address from gettoken for one. */
  wrongSecretsPerHour: number
  /** Wrong mobile numbers and mail addresses a day, as a share of the headcount. */
  wrongLookupShare: number
  /** Members in one answer to fetch_child=1 (45029); WeCom has such a limit and does not say which. */
  largestMemberList: number
}

/** `off`: none of them. `scale` multiplies every count, so that a test reaches it in a few calls. */
export type LimitOptions = 'off' | (Partial<LimitSettings> & { scale?: number })

const ofWecom: LimitSettings = {
  callsOfCorpPerMinute: 10_000,
  callsOfCorpPerHour: 150_000,
  callsOfAddressPerMinute: 20_000,
  callsOfAddressPerHour: 600_000,
  callsAtOnce: 1000,
  debugCallsPerMinute: 5,
  ticketsOfCorpPerHour: 400,
  ticketsOfAppPerHour: 100,
  wrongSecretsPerHour: 2000, // named by WeCom's staff, in no document
  wrongLookupShare: 0.2,
  largestMemberList: 10_000,
}

const names = Object.keys(ofWecom) as (keyof LimitSettings)[]

/** The settings in force; one that is named comes before `scale`. Throws where an option cannot be. */
export const limitSettings = (options: LimitOptions = {}): LimitSettings => {
  const settings = { ...ofWecom }
  if (options === 'off') {
    for (const name of names) settings[name] = Infinity
    return settings
  }
  const { scale = 1, ...given } = options
  if (!(scale > 0)) throw new Error('"limits.scale" must be more than 0')
  for (const name of names) {
    if (name !== 'wrongLookupShare') settings[name] = Math.max(1, settings[name] * scale)
  }
  return { ...settings, ...given }
}
