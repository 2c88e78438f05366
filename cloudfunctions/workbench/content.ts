import type {
  WorkbenchContent,
  WorkbenchEntry,
  WorkbenchGroup,
  WorkbenchNotice,
} from '../../typings/api'
import { admits, type Audience, type Person } from '../shared/directory/audience'

/** What stands in the workbench (工作台), and who may see each of it. */
export interface Content {
  groups: Group[]
  notices: Notice[]
}

export interface Group {
  title: string
  entries: Entry[]
}

export interface Entry extends WorkbenchEntry {
  audience: Audience
}

export interface Notice extends WorkbenchNotice {
  /** Epoch ms: from then on nobody sees it. */
  until?: number
  audience: Audience
}

/**
 * What this person sees at this moment. Audiences stay here: they tell who else there is. Nor does an
 * empty group say that there is something for others.
 *
 * @param now Epoch ms.
 */
export const visibleTo = (content: Content, person: Person, now: number): WorkbenchContent => {
  const isFor = ({ audience }: { audience: Audience }) => admits(audience, person)
  return {
    groups: content.groups
      .map(({ title, entries }): WorkbenchGroup => {
        return { title, entries: entries.filter(isFor).map(withoutAudience) }
      })
      .filter(({ entries }) => entries.length > 0),
    notices: content.notices
      .filter(({ publishedAt, until = Infinity }) => publishedAt <= now && now < until)
      .filter(isFor)
      .sort((a, b) => b.publishedAt - a.publishedAt)
      .map(({ id, title, text, publishedAt }) => ({ id, title, text, publishedAt })),
  }
}

const withoutAudience = ({ id, title, note, target }: Entry): WorkbenchEntry => ({
  id,
  title,
  ...(note !== undefined && { note }),
  target,
})
