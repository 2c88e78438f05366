import type { WorkbenchContent, WorkbenchEntry } from '../../typings/api'
import { createContent } from './content'
import type { Content, ContentParts } from './content'
import type { Request } from './request'

export interface Workbench extends Content<WorkbenchContent> {
  /** An entry of what this employee may see. */
  entry(id: string): WorkbenchEntry | undefined
}

export interface WorkbenchParts extends Pick<ContentParts<WorkbenchContent>, 'identity' | 'clock'> {
  request: Request
}

/** What the signed-in employee finds in the workbench (工作台). */
export function createWorkbench({ request, ...parts }: WorkbenchParts): Workbench {
  const content = createContent({ ...parts, ask: () => request('workbench', 'content', {}) })
  return {
    ...content,
    entry(id) {
      const groups = content.current().content?.groups ?? []
      return groups.reduce<WorkbenchEntry | undefined>(
        (found, { entries }) => found ?? entries.find((entry) => entry.id === id),
        undefined,
      )
    },
  }
}
