import type { Choices } from '../choices'
import type { Clock } from '../clock'
import type { PrivateField } from '../company/company'
import { fault } from '../wire/fault'
import type { PersonKey } from './people'
import type { Random } from './random'
import { createSingleUseCodes } from './single-use'

/** Whom the code (授权码) of a web page stands for, and where it was issued. */
export interface AuthCodeSubject {
  /** oauth-base: nobody was asked · oauth-private: the member was · web-login: by scanning. */
  kind: 'oauth-base' | 'oauth-private' | 'web-login'
  /** `appid` of the link. */
  corpId: string
  /** undefined: the link named no app. */
  agentId: number | undefined
  /** Host and port of the redirect_uri. */
  domain: string
  person: PersonKey
  /** What a user_ticket may tell; undefined: there is no ticket. */
  fields: PrivateField[] | undefined
}

/** The codes of authorize and login pages: single use, 300 seconds, for one app on one domain. */
export interface AuthCodes {
  issue(subject: AuthCodeSubject): string
  /**
   * Spends a code and gives whom it stands for; throws 40029, or 50001 where the app of the token
   * does not trust the page's domain. What belongs to another app is refused without being spent.
   */
  redeem(
    authCode: string,
    app: { corpId: string; agentId: number; trusts: (subject: AuthCodeSubject) => boolean },
  ): AuthCodeSubject
  knows(authCode: string): boolean
}

export const createAuthCodes = (deps: {
  clock: Clock
  random: Random
  choices: Choices
}): AuthCodes => {
  const codes = createSingleUseCodes<AuthCodeSubject>('code', deps)
  return {
    issue: codes.issue,
    // https://developer.work.weixin.qq.com/document/path/91023
    redeem: (authCode, app) =>
      codes.redeem(authCode, (subject) => {
        const { corpId, agentId, domain } = subject
        if (corpId !== app.corpId) throw fault(40029, `the code was issued for the corp ${corpId}`)
        if (!app.trusts(subject)) {
          throw fault(50001, `${domain} is no trusted domain (可信域名) of the app of this token`)
        }
        if (agentId !== undefined && agentId !== app.agentId) {
          throw fault(40029, `the code was issued for the app ${agentId}`)
        }
      }),
    knows: codes.knows,
  }
}
