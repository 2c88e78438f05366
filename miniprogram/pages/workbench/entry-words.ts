import type { EntryWords } from '../../components/entry-grid/entry-grid'
import type { Translate } from '../../services/i18n'
import type { WorkbenchEntry } from '../../../typings/api'

/** What a tile of the workbench says. */
export function entryWords({ id, title, note }: WorkbenchEntry, t: Translate): EntryWords {
  return { id, title, note: note ?? '', action: t('workbench.open', { title }) }
}
