import type { EntryWords } from '../../components/entry-grid/entry-grid'
import type { NoticeWords } from '../../components/notice-card/notice-card'
import type { Failure } from '../../services/answer'
import { clock, identity, t, workbench } from '../../services/index'
import { failureWords } from '../../services/refusal-words'
import { whenWords } from '../../services/when'
import { entryMethods } from '../entries'
import { looks, pageLife } from '../page-life'
import { noteOf, refusalData, refusalMethods } from '../refusal'
import { entryWords } from './entry-words'

interface GroupWords {
  title: string
  entries: EntryWords[]
}

/** What there is to show for someone whose badge stands. */
function contentData() {
  const { content, failure } = workbench.current()
  return {
    groups: (content?.groups ?? []).map(({ title, entries }): GroupWords => ({
      title,
      entries: entries.map((entry) => entryWords(entry, t)),
    })),
    notices: (content?.notices ?? []).map(({ id, title, text, publishedAt }): NoticeWords => ({
      id,
      title,
      text,
      when: whenWords(publishedAt, clock(), t),
    })),
    /** Why what is shown could not be brought up to date. */
    note: content ? noteOf(failure) : '',
  }
}

/** Identity comes first; then the content is there, on its way, or refused. */
function stateData() {
  const data = refusalData()
  if (data.state !== 'ready') return data
  const { content, failure, asking } = workbench.current()
  if (content) return data
  return failure && !asking
    ? { state: 'contentFailed' as const, refusal: failureWords(failure as Failure, t) }
    : { state: 'loading' as const, refusal: null }
}

function render() {
  const content = contentData()
  return {
    ...stateData(),
    ...content,
    looks,
    isEmpty: content.groups.length === 0 && content.notices.length === 0,
    words: {
      loading: t('workbench.loading'),
      copy: t('admin.copy'),
      help: t('help.link'),
      notices: t('workbench.notices'),
      emptyWhat: t('workbench.empty.what'),
      emptyNext: t('workbench.empty.next'),
    },
  }
}

const life = pageLife('workbench.title', render, () => void workbench.load())

/** 工作台: entries and notices for this employee, and for nobody else. */
Component({
  data: render(),
  ...life,
  methods: {
    ...refusalMethods,
    ...entryMethods,
    onAct() {
      if (identity.current().state === 'ready') void workbench.refresh()
      else refusalMethods.onAct.call(this)
    },
  },
})
