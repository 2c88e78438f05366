import type { LiveSession } from './employee-record'

const mostSessionsPerDoor = 5

/** The living ones and the new one; through its door at most five, of which the newest stay. */
export const withSession = (
  sessions: readonly LiveSession[],
  added: LiveSession,
  now: number,
): LiveSession[] => {
  const living = sessions.filter(
    ({ expiresAt, sessionId }) => expiresAt > now && sessionId !== added.sessionId,
  )
  const ofThisDoor = living
    .filter(({ via }) => via === added.via)
    .sort((a, b) => b.startedAt - a.startedAt)
    .slice(0, mostSessionsPerDoor - 1)
  return [...living.filter(({ via }) => via !== added.via), ...ofThisDoor.reverse(), added]
}

/** With a longer life for one of them; undefined when it is not among them. @param expiresAt Epoch ms. */
export const lengthened = (
  sessions: readonly LiveSession[],
  sessionId: string,
  expiresAt: number,
): LiveSession[] | undefined => {
  const isThis = (session: LiveSession) => session.sessionId === sessionId
  if (!sessions.some(isThis)) return undefined
  // Of two renewals at once the shorter may be the later one to be written.
  const longer = (session: LiveSession) => ({
    ...session,
    expiresAt: Math.max(session.expiresAt, expiresAt),
  })
  return sessions.map((session) => (isThis(session) ? longer(session) : session))
}
