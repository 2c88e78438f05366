import { wecomLimits, type CallbackLimits } from './callbacks/callbacks'
import { defaultChoices, type Choices } from './choices'
import { systemClock, type Clock } from './clock'
import type { Company } from './company/company'
import { seedCompany } from './company/seed'
import type { JournalEntry } from './journal/entry'
import { limitSettings, type LimitOptions } from './state/limit-settings'
import { systemRandom, type Random } from './state/random'

export interface SimulatorOptions {
  /** Left out: 启明科技, the seed company. Copied; what happens later does not change it. */
  company?: Company
  clock?: Clock
  random?: Random
  /** Where the documents leave two answers open. */
  choices?: Partial<Choices>
  /**
   * userid of our own corp that every js_code from elsewhere signs in as, once each, so that a real
   * WeChat DevTools can be used. Works only for listeners on this machine's own address.
   */
  acceptAnyCodeAs?: string
  /** Life of an access_token; 7200 as in WeCom. */
  tokenLifeSeconds?: number
  /** How long a change of trusted IPs (企业可信IP) takes; WeCom says about 60. */
  trustedIpDelaySeconds?: number
  /** How often anyone may call; left out: as often as in WeCom. */
  limits?: LimitOptions
  /** How long receivers of callbacks may take, and how often they are tried again. */
  callbackLimits?: Partial<CallbackLimits>
  /** Hears of each call of /cgi-bin/* as it ends. */
  onRequest?: (entry: JournalEntry) => void
}

/** Fills in what was left out; throws where an option cannot be. */
export const withDefaults = (options: SimulatorOptions) => {
  const company = options.company ?? seedCompany()
  const { tokenLifeSeconds = 7200 } = options
  if (!(tokenLifeSeconds > 0)) throw new Error('"tokenLifeSeconds" must be more than 0')
  return {
    company,
    clock: options.clock ?? systemClock,
    random: options.random ?? systemRandom,
    choices: { ...defaultChoices, ...options.choices },
    acceptAnyCodeAs: knownUserId(company, options.acceptAnyCodeAs),
    tokenLifeSeconds,
    trustedIpDelaySeconds: options.trustedIpDelaySeconds ?? 0,
    limits: limitSettings(options.limits),
    callbackLimits: { ...wecomLimits, ...options.callbackLimits },
    onEntry: options.onRequest,
  }
}

/** In the company's own spelling. */
const knownUserId = (company: Company, userId: string | undefined): string | undefined => {
  if (userId === undefined) return undefined
  // Not looked up in an index: the caller's own company may still change under it.
  const wanted = userId.toLowerCase()
  const member = company.members.find((one) => one.userId.toLowerCase() === wanted)
  if (!member) throw new Error(`"acceptAnyCodeAs": ${company.name} has no member ${userId}`)
  return member.userId
}
