import type { Field } from '../../components/field-list/field'
import { isSamePerson } from '../../services/badge'
import type { FootWords } from '../../services/foot-words'
import { footWords } from '../../services/foot-words'
import { clock, identity, language, privateData, sessionUntil, t } from '../../services/index'
import type { KnownEmployee } from '../../services/identity'
import { LANGUAGE_CHOICES } from '../../services/language'
import type { PrivateField } from '../../services/private-data'
import { looks, pageLife } from '../page-life'
import { confirmAgain, refusalData, refusalMethods } from '../refusal'
import { appRows, choiceWords } from './app-rows'
import type { Group } from './me-words'
import { groups } from './me-words'
import type { PrivateRow, PrivateRows } from './private-rows'

const PRIVATE: PrivateField[] = ['avatar', 'mobile', 'email']

const PAGES: Record<string, string> = {
  privacy: '/pages/privacy/privacy',
  help: '/pages/help/help',
}

/** What the employee has been asked for on this page: in memory, for as long as it is the same person. */
let rows = offeredRows()
let rowsOf: KnownEmployee | null = null
/** Another one for every person, and for every time that they sign in. */
let asker = {}

function offeredRows(): PrivateRows {
  return PRIVATE.reduce<PrivateRows>(
    (all, name) => (privateData.offers(name) ? { ...all, [name]: { state: 'offered' } } : all),
    {},
  )
}

function followPerson(employee: KnownEmployee | null): void {
  const isSame = rowsOf && employee ? isSamePerson(rowsOf, employee) : rowsOf === employee
  rowsOf = employee
  if (isSame) return
  rows = offeredRows()
  asker = {}
}

function render() {
  const state = identity.current()
  const ready = state.state === 'ready' ? state : null
  followPerson(ready ? ready.employee : null)
  return {
    ...refusalData(),
    looks,
    foot: ready && (footWords(ready, clock(), t) as FootWords | null),
    groups: ready ? (groups(ready, clock(), rows, t) as Group[]) : [],
    app: appRows(
      {
        sessionUntil: ready && sessionUntil(),
        now: clock(),
        choice: language.choice(),
        version: wx.getAccountInfoSync?.().miniProgram.version ?? '',
      },
      t,
    ) as Field[],
    words: {
      loading: t('badge.loading'),
      refresh: t('badge.refresh'),
      copy: t('admin.copy'),
      app: t('me.group.app'),
      signOut: t('me.signOut'),
      signOutNote: t('me.signOutNote'),
    },
  }
}

/** Me: every detail this app knows of the employee, and why others are not here. */
Component({
  data: render(),
  ...pageLife('me.title', render),
  methods: {
    ...refusalMethods,
    onRefresh() {
      void identity.refresh()
    },
    onPullDownRefresh() {
      void confirmAgain().then(() => wx.stopPullDownRefresh())
    },
    onSignOut() {
      identity.signOut()
    },
    /** A tap on a detail: those that can be tapped are what WeCom gives with consent. */
    onField({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      const name = PRIVATE.find((known) => known === detail.key)
      if (name) this.askFor(name)
    },
    askFor(name: PrivateField) {
      const mine = asker
      const show = (row: PrivateRow) => {
        rows = { ...rows, [name]: row }
        this.setData(render())
      }
      show({ state: 'asking' })
      void privateData.ask(name).then((answer) => {
        // The answer to somebody who has signed out meanwhile is for nobody.
        if (asker !== mine) return
        if (!answer.ok) return show({ state: 'failed', failure: answer.error })
        if (name !== 'avatar') return show({ state: 'given', value: answer.data })
        show({ state: 'offered' })
        identity.portray(answer.data)
      })
    },
    onApp({ detail }: WechatMiniprogram.CustomEvent<{ key: string }>) {
      const url = PAGES[detail.key]
      if (url) wx.navigateTo({ url })
      else if (detail.key === 'language') this.chooseLanguage()
    },
    chooseLanguage() {
      wx.showActionSheet({
        itemList: LANGUAGE_CHOICES.map((choice) => choiceWords(choice, t)),
        success: ({ tapIndex }) => {
          const choice = LANGUAGE_CHOICES[tapIndex]
          if (choice) language.choose(choice)
        },
        // Closed without a choice.
        fail() {},
      })
    },
  },
})
