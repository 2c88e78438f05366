import type { BadgeWords } from '../../components/badge-card/badge-words'
import type { EntryWords } from '../../components/entry-grid/entry-grid'
import type { FootWords } from '../../services/foot-words'
import { footWords } from '../../services/foot-words'
import { clock, identity, t, workbench } from '../../services/index'
import { entryMethods } from '../entries'
import { looks, pageLife } from '../page-life'
import { noteOf, refusalData, refusalMethods } from '../refusal'
import { entryWords } from '../workbench/entry-words'
import { accountCode } from './account-code'
import { badgeWords } from './badge-words'
import { greeting } from './greeting'

/** As many as stand on a small phone beneath the badge; the workbench has all. */
const OFFERS = 4

/** Whose badge shows its back, and the code that stands there: the next person's shows its front. */
const NOT_TURNED = { turnedFor: '', code: '' }

function render() {
  const state = identity.current()
  const ready = state.state === 'ready' ? state : null
  const entries = (workbench.current().content?.groups ?? []).reduce<EntryWords[]>(
    (all, group) => all.concat(group.entries.map((entry) => entryWords(entry, t))),
    [],
  )
  return {
    ...refusalData(),
    looks,
    greeting: greeting(ready?.employee.name ?? '', clock(), t),
    badge: ready && (badgeWords(ready.employee, t) as BadgeWords | null),
    mark: ready ? ready.employee.userId : '',
    ...(ready ? {} : NOT_TURNED),
    foot: ready && (footWords(ready, clock(), t) as FootWords | null),
    /** Why the badge on the screen could not be confirmed. */
    note: noteOf(ready?.failure),
    offers: entries.slice(0, OFFERS),
    words: {
      loading: t('badge.loading'),
      refresh: t('badge.refresh'),
      copy: t('admin.copy'),
      help: t('help.link'),
      offers: t('workbench.forYou'),
      all: t('workbench.all'),
    },
  }
}

const life = pageLife('badge.title', render, () => void workbench.load())

/** Home: the badge, or why there is none. */
Component({
  data: {
    ...render(),
    ...NOT_TURNED,
  },
  ...life,
  methods: {
    ...refusalMethods,
    ...entryMethods,
    onTurn() {
      const { turnedFor, mark } = this.data
      if (turnedFor === mark) return this.setData({ turnedFor: '' })
      // Drawn when it is looked at: most launches never do.
      this.setData({ turnedFor: mark, code: accountCode(mark) })
    },
    onRefresh() {
      void identity.refresh()
    },
    onAll() {
      wx.switchTab({ url: '/pages/workbench/workbench' })
    },
  },
})
