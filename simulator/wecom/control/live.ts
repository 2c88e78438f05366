import type { ServerResponse } from 'node:http'
import type { JournalEntry } from '../journal/entry'
import type { Route } from './route'

/** Something that happened, for whoever watches. */
export type LiveEvent =
  { kind: 'request'; entry: JournalEntry } | { kind: 'company' | 'clock' | 'faults' | 'requests' }

/** Tells open pages what happens as it happens. */
export interface Live {
  /** `event` is made only where somebody listens. */
  tell(event: () => LiveEvent): void
  follow(response: ServerResponse): void
}

export const createLive = (): Live => {
  const followers = new Set<ServerResponse>()
  return {
    tell: (event) => {
      if (followers.size === 0) return
      const line = `data: ${JSON.stringify(event())}\n\n`
      for (const follower of followers) follower.write(line)
    },
    follow: (response) => {
      response.writeHead(200, {
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
      })
      response.write(': here\n\n')
      followers.add(response)
      response.once('close', () => followers.delete(response))
    },
  }
}

/** GET /_sim/live: a stream of LiveEvents (text/event-stream), until the caller leaves. */
export const liveRoute = (live: Live): Route => ({
  method: 'GET',
  path: '/_sim/live',
  maxBytes: 0,
  hold: live.follow,
})
