import type { Clock } from '../clock'
import type { PrivateField } from '../company/company'
import type { PersonKey } from './people'
import type { TokenOwner } from './tokens'

/** What members let apps see of them (手动授权); kept for 30 days, so that nobody is asked twice. */
export interface Consents {
  /** The fields that were allowed; undefined: the member must be asked. */
  of(person: PersonKey, app: TokenOwner): PrivateField[] | undefined
  remember(person: PersonKey, app: TokenOwner, fields: PrivateField[]): void
}

/** https://developer.work.weixin.qq.com/document/path/91335 */
const lifeMs = 30 * 24 * 3600 * 1000

export const createConsents = ({ clock }: { clock: Clock }): Consents => {
  const given = new Map<string, { fields: PrivateField[]; until: number }>()
  const keyOf = (person: PersonKey, app: TokenOwner) =>
    [app.corpId, app.agentId, person.corpId, person.id].join('/')
  return {
    of: (person, app) => {
      const consent = given.get(keyOf(person, app))
      return consent && consent.until > clock.now() ? consent.fields : undefined
    },
    remember: (person, app, fields) =>
      void given.set(keyOf(person, app), { fields, until: clock.now() + lifeMs }),
  }
}
