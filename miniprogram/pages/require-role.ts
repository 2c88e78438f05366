import { admits } from '../components/audience/admits'
import type { DisplayRule } from '../components/audience/admits'
import type { Answer } from '../services/answer'
import { createContent } from '../services/content'
import type { TextKey } from '../services/i18n'
import type { KnownEmployee } from '../services/identity'
import { clock, identity, t } from '../services/index'
import type { RefusalWords } from '../services/refusal-words'
import { failureWords } from '../services/refusal-words'
import { looks, pageLife } from './page-life'
import { confirmAgain, noteOf, refusalData, refusalMethods } from './refusal'

/** What the template of a page with requireRole finds, besides the page's own data. */
export interface RoleData<Shown> {
  /** `loading`: a skeleton. `open`: the page. `closed`: the refusal. */
  gate: 'loading' | 'open' | 'closed'
  refusal: RefusalWords | null
  /** What `show` made of the answer; there only while the gate is open. */
  content: Shown | null
  /** Whom it is shown to, for `<audience>`; there only while the gate is open. */
  employee: KnownEmployee | null
  /** Why what is shown could not be brought up to date; empty when it is. */
  note: string
  words: { loading: string; copy: string }
  looks: string
}

/** What a page shows to those whom it is for. */
export interface RolePage<Data, Shown> {
  /** Asks the function that is the judge; a page without one has nothing to keep from anybody. */
  ask?(): Promise<Answer<Data>>
  /** What the template shows of the answer, in the language of the moment. */
  show?(data: Data): Shown
}

/**
 * A behaviour for a page that only some may see: it follows the identity, asks once the rule admits the
 * employee, and fills RoleData. The rule is for display only; the function that is asked is the judge,
 * and its refusal closes the page as well.
 *
 * @param title Stands in the navigation bar.
 * @param rule As `<audience>` takes it.
 */
export function requireRole<Data = undefined, Shown extends object = object>(
  title: TextKey,
  rule: DisplayRule,
  page: RolePage<Data, Shown> = {},
) {
  const { ask = () => Promise.resolve({ ok: true, data: undefined as Data }), show } = page
  const isFor = (employee: KnownEmployee) => admits(rule, employee)
  const source = createContent<Data>({ identity, ask, clock, isFor })

  function render(): RoleData<Shown> {
    const closed = {
      gate: 'closed' as const,
      refusal: refusalData().refusal,
      content: null,
      employee: null,
      note: '',
      words: { loading: t('page.loading'), copy: t('admin.copy') },
      looks,
    }
    const state = identity.current()
    if (state.state === 'loading') return { ...closed, gate: 'loading' }
    if (state.state !== 'ready') return closed
    const { content, failure, asking } = source.current()
    if (!isFor(state.employee)) {
      // What was stored may be yesterday's roles: either WeCom is being asked, or could not be.
      if (state.stale && !state.failure) return { ...closed, gate: 'loading' }
      return { ...closed, refusal: failureWords(state.failure ?? NOT_ALLOWED, t) }
    }
    if (content === null && failure && !asking)
      return { ...closed, refusal: failureWords(failure, t) }
    if (content === null) return { ...closed, gate: 'loading' }
    return {
      ...closed,
      gate: 'open',
      content: show?.(content) ?? null,
      employee: state.employee,
      note: noteOf(failure),
    }
  }

  /** Who it is first: the function may refuse because somebody's roles have changed. */
  function again(): Promise<void> {
    return confirmAgain().then(() => source.refresh())
  }

  return Behavior({
    data: render(),
    ...pageLife(title, render, () => void source.load(), [source]),
    methods: {
      ...refusalMethods,
      onAct(this: { data: RoleData<Shown> }) {
        if (source.current().failure) void again()
        else refusalMethods.onAct.call(this)
      },
      onPullDownRefresh() {
        void again().then(() => wx.stopPullDownRefresh())
      },
    },
  })
}

const NOT_ALLOWED = { code: 'NOT_ALLOWED', retry: 'no', traceId: '' } as const
