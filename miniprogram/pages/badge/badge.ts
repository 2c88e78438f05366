import type { BadgeWords } from '../../components/badge-card/badge-words'
import type { FootWords } from '../../services/foot-words'
import { footWords } from '../../services/foot-words'
import { clock, identity, t } from '../../services/index'
import type { IdentityState } from '../../services/identity'
import type { RefusalWords } from '../../services/refusal-words'
import { refusalWords } from '../../services/refusal-words'
import { nameTabs } from '../../services/tab-names'
import { actOnRefusal, copyForAdministrator } from '../refusal-actions'
import { badgeWords } from './badge-words'

interface BadgePageData {
  state: IdentityState['state']
  badge: BadgeWords | null
  mark: string
  foot: FootWords | null
  /** Why the badge on the screen could not be confirmed. */
  note: string
  refusal: RefusalWords | null
  words: Record<'loading' | 'refresh' | 'copy', string>
}

function pageData(state: IdentityState): Omit<BadgePageData, 'words'> {
  const ready = state.state === 'ready' ? state : null
  return {
    state: state.state,
    badge: ready && badgeWords(ready.employee, t),
    mark: ready ? ready.employee.userId : '',
    foot: ready && footWords(ready, clock(), t),
    note: ready?.failure ? t(`error.${ready.failure.code}.what`) : '',
    refusal: refusalWords(state, t),
  }
}

/** Home: the badge, or why there is none. */
Component({
  data: {
    ...pageData(identity.current()),
    words: { loading: t('badge.loading'), refresh: t('badge.refresh'), copy: t('admin.copy') },
  } as BadgePageData,
  lifetimes: {
    attached() {
      this.stopListening = identity.onChange((state) => this.setData(pageData(state)))
      this.setData(pageData(identity.current()))
    },
    detached() {
      this.stopListening()
    },
  },
  pageLifetimes: {
    show() {
      wx.setNavigationBarTitle({ title: t('badge.title') })
      nameTabs(wx, t)
      // Time has passed: "just now" may have become "5 minutes ago".
      this.setData(pageData(identity.current()))
    },
  },
  methods: {
    /** Replaced as soon as the page listens. */
    stopListening(): void {},
    onRefresh() {
      void identity.refresh()
    },
    onPullDownRefresh() {
      // Whoever signed out comes back by the button, not by a slip of the thumb.
      const asking = this.data.state === 'signedOut' ? Promise.resolve() : identity.refresh()
      void asking.then(() => wx.stopPullDownRefresh())
    },
    onAct() {
      const { state, refusal } = this.data
      if (refusal) actOnRefusal(state, refusal)
    },
    onCopy() {
      const { refusal } = this.data
      if (refusal) copyForAdministrator(refusal)
    },
  },
})
