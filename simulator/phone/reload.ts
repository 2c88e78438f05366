import type { ServerResponse } from 'node:http'

/** How often the source is looked at while a phone is open. */
const EVERY_MS = 250

export interface Reload {
  /** Keeps a response open as a stream of events: `reload` when the source has changed. */
  follow(response: ServerResponse): void
  close(): void
}

/**
 * Tells every open phone when the source has changed.
 *
 * @param fingerprint changes with the source
 * @param changed runs once for each change, before the phones hear of it
 */
export function createReload(
  fingerprint: () => Promise<string>,
  changed: () => Promise<unknown>,
): Reload {
  const phones = new Set<ServerResponse>()
  let timer: ReturnType<typeof setInterval> | undefined
  let seen: string | undefined
  let looking = false

  const look = async () => {
    if (looking) return
    looking = true
    try {
      const now = await fingerprint()
      if (seen !== undefined && now !== seen) {
        // An editor that writes several files is left to finish.
        if ((await settled(now, fingerprint)) === undefined) return
        await changed()
        for (const phone of phones) phone.write('event: reload\ndata: {}\n\n')
      }
      seen = now
    } finally {
      looking = false
    }
  }
  const stop = () => {
    clearInterval(timer)
    timer = undefined
    seen = undefined
  }

  return {
    follow(response) {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
      })
      response.write(': following\n\n')
      phones.add(response)
      response.on('close', () => {
        phones.delete(response)
        if (phones.size === 0) stop()
      })
      timer ??= setInterval(() => void look(), EVERY_MS)
      void look()
    },
    close() {
      stop()
      for (const phone of phones) phone.end()
      phones.clear()
    },
  }
}

/** The fingerprint if it is still the same a moment later. */
async function settled(
  now: string,
  fingerprint: () => Promise<string>,
): Promise<string | undefined> {
  await new Promise((resolve) => setTimeout(resolve, EVERY_MS / 5))
  return (await fingerprint()) === now ? now : undefined
}
