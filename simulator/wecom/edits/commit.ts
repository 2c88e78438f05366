import type { Corp } from '../company/company'
import { inconsistencies } from '../company/consistency'
import type { Problem } from '../company/problem'
import { pieceProblems, type Piece } from '../company/shape'
import type { World } from '../state/world'
import { EditRefused } from './refused'

/** Puts new lists in place of a corp's; throws, and changes nothing, where they break a rule. */
export type Commit = (corp: Corp, lists: Partial<Omit<Corp, 'corpId' | 'name'>>) => void

/**
 * An edit never touches a member, a department, a tag or an app: it puts another in its place. So
 * the rules of a company file can be tried on what would come of it, and whoever watches changes
 * can tell by identity what has changed.
 */
export const createCommit =
  ({ corps, changes }: Pick<World, 'corps' | 'changes'>): Commit =>
  (corp, lists) => {
    const [own, ...otherCorps] = corps.map((one) => (one === corp ? { ...one, ...lists } : one))
    if (own) refuse(inconsistencies({ ...own, otherCorps }))
    changes.change(corp, () => Object.assign(corp, lists))
  }

/** One part of a company as the schema lets it pass, with its defaults filled in. */
export const shaped = <T>(piece: Piece, value: unknown): T => {
  refuse(pieceProblems(piece, value))
  return value as T
}

/** The list with another in the place of one. */
export const inPlaceOf = <T>(list: T[], before: T, after: T): T[] =>
  list.map((one) => (one === before ? after : one))

const shownProblems = 3

const refuse = (problems: Problem[]): void => {
  if (problems.length === 0) return
  const messages = problems.slice(0, shownProblems).map(({ message }) => message)
  const more = problems.length - messages.length
  const sentence = [...messages, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
  throw new EditRefused('invalid', sentence)
}
