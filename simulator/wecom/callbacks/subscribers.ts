import type { App, Corp } from '../company/company'
import { viewOf } from '../state/visibility'
import { subscriptionEvent, type CallbackEvent } from './event'

/** The userids of those whom the app sees and who are active: who has 关注 the app. */
export const subscribersOf = (corp: Corp, { visibleRange }: App): Set<string> => {
  const view = viewOf(corp, visibleRange)
  return new Set(
    corp.members
      .filter((member) => member.status === 1 && view.includesMember(member))
      .map(({ userId }) => userId),
  )
}

/**
 * Who came and who went, the latter first. A member who leaves, is disabled or falls out of the
 * visible range (可见范围) goes; one who is activated, enabled or brought into it comes.
 * https://developer.work.weixin.qq.com/document/path/90240
 */
export const subscriptionChanges = (
  before: Set<string>,
  after: Set<string>,
  agentId: number,
): CallbackEvent[] => [
  ...missingFrom(after, before).map((userId) => subscriptionEvent('unsubscribe', userId, agentId)),
  ...missingFrom(before, after).map((userId) => subscriptionEvent('subscribe', userId, agentId)),
]

const missingFrom = (set: Set<string>, others: Set<string>): string[] =>
  [...others].filter((userId) => !set.has(userId))
