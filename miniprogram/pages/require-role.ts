import { admits } from '../components/audience/admits'
import type { DisplayRule } from '../components/audience/admits'
import { identity, t } from '../services/index'
import type { RefusalWords } from '../services/refusal-words'
import { failureWords } from '../services/refusal-words'
import { looks, pageLife } from './page-life'
import { refusalData, refusalMethods } from './refusal'
import type { TextKey } from '../services/i18n'

/** What a page with requireRole finds in its data, besides its own. */
export interface RoleData {
  /** `open`: show the page. `loading`: a skeleton. Anything else: the refusal. */
  gate: 'loading' | 'open' | 'closed'
  refusal: RefusalWords | null
  looks: string
}

/**
 * A behaviour for a page that only some may see: it follows the identity and fills `gate`, `refusal` and
 * `looks`. For display only; the function that the page asks is the judge.
 *
 * @param rule A role, or any rule that `<audience>` takes.
 */
export function requireRole(title: TextKey, rule: DisplayRule | string) {
  const whom: DisplayRule =
    typeof rule === 'string' && rule !== 'everyone' && rule !== 'leaders'
      ? { roles: [rule] }
      : (rule as DisplayRule)

  const render = (): RoleData => {
    const state = identity.current()
    const { refusal } = refusalData()
    if (state.state === 'loading') return { gate: 'loading', refusal, looks }
    if (state.state !== 'ready') return { gate: 'closed', refusal, looks }
    if (admits(whom, state.employee)) return { gate: 'open', refusal, looks }
    const notAllowed = failureWords({ code: 'NOT_ALLOWED', retry: 'no', traceId: '' }, t)
    return { gate: 'closed', refusal: notAllowed, looks }
  }
  return Behavior({ data: render(), ...pageLife(title, render), methods: refusalMethods })
}
