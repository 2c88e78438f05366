import type { World } from '../state/world'
import { createAppEdits, type AppEdits } from './apps'
import { createCommit } from './commit'
import { createContactCallbackEdits, type ContactCallbackEdits } from './contact-callback'
import { createDepartmentEdits, type DepartmentEdits } from './departments'
import { createMemberEdits, type MemberEdits } from './members'
import { createTagEdits, type TagEdits } from './tags'

/**
 * What an administrator, or time, changes while the simulator runs. Each edit is made as a whole or
 * not at all: it throws an EditRefused for what is not there and for what a company file could not
 * say. What they give back are copies.
 */
export interface Edits
  extends MemberEdits, DepartmentEdits, TagEdits, AppEdits, ContactCallbackEdits {}

export const createEdits = (
  world: Pick<World, 'corps' | 'changes' | 'tokens' | 'random'>,
): Edits => {
  const commit = createCommit(world)
  return {
    ...createMemberEdits(world, commit),
    ...createDepartmentEdits(world, commit),
    ...createTagEdits(world, commit),
    ...createAppEdits(world, commit),
    ...createContactCallbackEdits(world, commit),
  }
}
