import type { FootWords } from '../../services/foot-words'
import { footWords } from '../../services/foot-words'
import { clock, identity, t } from '../../services/index'
import type { IdentityState } from '../../services/identity'
import type { RefusalWords } from '../../services/refusal-words'
import { refusalWords } from '../../services/refusal-words'
import { nameTabs } from '../../services/tab-names'
import { actOnRefusal, copyForAdministrator } from '../refusal-actions'
import type { Group } from './me-words'
import { groups } from './me-words'

interface MePageData {
  state: IdentityState['state']
  foot: FootWords | null
  groups: Group[]
  refusal: RefusalWords | null
  words: Record<'loading' | 'refresh' | 'copy' | 'signOut' | 'signOutNote', string>
}

function pageData(state: IdentityState): Omit<MePageData, 'words'> {
  const ready = state.state === 'ready' ? state : null
  return {
    state: state.state,
    foot: ready && footWords(ready, clock(), t),
    groups: ready ? groups(ready, clock(), t) : [],
    refusal: refusalWords(state, t),
  }
}

/** Me: every detail this app knows of the employee, and why others are not here. */
Component({
  data: {
    ...pageData(identity.current()),
    words: {
      loading: t('badge.loading'),
      refresh: t('badge.refresh'),
      copy: t('admin.copy'),
      signOut: t('me.signOut'),
      signOutNote: t('me.signOutNote'),
    },
  } as MePageData,
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
      wx.setNavigationBarTitle({ title: t('me.title') })
      nameTabs(wx, t)
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
    onSignOut() {
      identity.signOut()
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
