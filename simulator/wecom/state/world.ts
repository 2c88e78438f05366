import type { Choices } from '../choices'
import type { Clock } from '../clock'
import type { Company, Corp } from '../company/company'
import { createAuthCodes, type AuthCodes } from './auth-codes'
import { createChanges, type Changes } from './change'
import { createClientSessions, type ClientSessions } from './client-sessions'
import { createCodes, type Codes } from './codes'
import { createLimits, type Limits } from './limits'
import type { LimitSettings } from './limit-settings'
import { createConsents, type Consents } from './consents'
import type { Random } from './random'
import { createTickets, type Tickets } from './tickets'
import { createTokens, type Tokens } from './tokens'
import { createTrustedIps, type TrustedIps } from './trusted-ips'
import { createWrongLookups, type WrongLookups } from './wrong-lookups'
import { createUserTickets, type UserTickets } from './user-tickets'
import { createWrongSecrets, type WrongSecrets } from './wrong-secrets'

/** Everything the endpoints can know and change. Each takes only its part (`Pick<World, …>`). */
export interface World {
  clock: Clock
  random: Random
  choices: Choices
  /** Our own corp first. Edited in place: a company changes while the simulator runs. */
  corps: [Corp, ...Corp[]]
  /** Whoever edits a corp does it through here. */
  changes: Changes
  tokens: Tokens
  codes: Codes
  authCodes: AuthCodes
  userTickets: UserTickets
  consents: Consents
  clientSessions: ClientSessions
  trustedIps: TrustedIps
  limits: Limits
  tickets: Tickets
  wrongSecrets: WrongSecrets
  wrongLookups: WrongLookups
  /** userid of our own corp that a js_code from elsewhere signs in as. */
  acceptAnyCodeAs: string | undefined
}

interface WorldOptions {
  company: Company
  clock: Clock
  random: Random
  choices: Choices
  acceptAnyCodeAs: string | undefined
  tokenLifeSeconds: number
  trustedIpDelaySeconds: number
  limits: LimitSettings
}

/** A fresh world around a copy of `company`. */
export const createWorld = (options: WorldOptions): World => {
  const { clock, random, choices, acceptAnyCodeAs, trustedIpDelaySeconds } = options
  const { otherCorps, ...own } = structuredClone(options.company)
  const changes = createChanges()
  return {
    clock,
    random,
    choices,
    acceptAnyCodeAs,
    corps: [own, ...otherCorps],
    changes,
    trustedIps: createTrustedIps({ clock, changes, delaySeconds: trustedIpDelaySeconds }),
    ...createStores(options),
  }
}

/**
 * Forgets every token, code and ticket that was issued, who has agreed, and who called how often. A
 * store is known to many by its object, and knows what it knows in its methods: fresh methods put
 * into the same object know nothing.
 */
export const forgetIssued = (world: World, options: Omit<WorldOptions, 'company'>): void => {
  const fresh = createStores(options)
  for (const name of Object.keys(fresh) as (keyof typeof fresh)[]) {
    Object.assign(world[name], fresh[name])
  }
}

const createStores = (options: Omit<WorldOptions, 'company'>) => {
  const { clock, random, choices } = options
  const limits = createLimits({ clock, settings: options.limits })
  return {
    tokens: createTokens({ clock, random, choices, lifeSeconds: options.tokenLifeSeconds }),
    codes: createCodes({ clock, random, choices }),
    authCodes: createAuthCodes({ clock, random, choices }),
    userTickets: createUserTickets({ clock, random }),
    consents: createConsents({ clock }),
    clientSessions: createClientSessions({ clock }),
    limits,
    tickets: createTickets({ clock, random, limits }),
    wrongSecrets: createWrongSecrets({ clock, limit: options.limits.wrongSecretsPerHour }),
    wrongLookups: createWrongLookups({ clock, share: options.limits.wrongLookupShare }),
  }
}
