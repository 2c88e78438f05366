import type { Clock } from '../runtime/clock'
import type { Store } from '../store/store'
import { isRefusal, WecomError } from '../wecom/errors'

/** Stops calling a path of WeCom that is over its frequency limit, in all instances. */
export interface UpstreamHold {
  /** Runs a call of that path. @throws the refusal again, without calling, while the hold lasts */
  guard<T>(path: string, call: () => Promise<T>): Promise<T>
}

export interface UpstreamHoldOptions {
  store: Store
  /** Begins the keys in the store: corp and app. */
  keyPrefix: string
  clock: Clock
  onHold(hold: { path: string; errcode: number; untilAt: number }): void
}

interface Hold {
  errcode: number
  /** Epoch ms. */
  untilAt: number
  /** How many came one after the other. */
  step: number
}

// 45009 too often in a minute, an hour or a day; 45033 too many at the same time.
// https://developer.work.weixin.qq.com/document/path/90312
const frequencyErrcodes = [45009, 45033]

// WeCom does not say which window is over: the shortest is tried first, then the next. A call inside
// a window would only prolong the silence.
const windowsMs = [60_000, 10 * 60_000, 60 * 60_000]
const rememberedMs = 2 * 60 * 60_000
// Other instances learn of a hold this late; each costs WeCom a few refused calls at most.
const lookAgainMs = 2_000

export const createUpstreamHold = ({
  store,
  keyPrefix,
  clock,
  onHold,
}: UpstreamHoldOptions): UpstreamHold => {
  const known = new Map<string, { hold: Hold | undefined; readAt: number }>()
  const keyOf = (path: string) => `${keyPrefix}:hold:${path}`

  const read = async (path: string): Promise<Hold | undefined> => {
    const last = known.get(path)
    if (last && clock.now() - last.readAt < lookAgainMs) return last.hold
    const stored = await store.get(keyOf(path)).catch(() => undefined)
    // With the store away, what this instance knows has to do.
    const hold = stored === undefined ? last?.hold : readHold(stored?.value)
    known.set(path, { hold, readAt: clock.now() })
    return hold
  }
  const begin = async (path: string, errcode: number) => {
    const before = known.get(path)?.hold
    // Calls that were under way when the limit struck say nothing new.
    if (before && before.untilAt > clock.now()) return
    const step = Math.min((before?.step ?? -1) + 1, windowsMs.length - 1)
    const hold = { errcode, step, untilAt: clock.now() + (windowsMs[step] ?? 0) }
    known.set(path, { hold, readAt: clock.now() })
    onHold({ path, errcode, untilAt: hold.untilAt })
    await store.put(keyOf(path), hold, rememberedMs).catch(() => undefined)
  }

  const end = async (path: string) => {
    known.set(path, { hold: undefined, readAt: clock.now() })
    await store.del(keyOf(path)).catch(() => undefined)
  }

  return {
    async guard(path, call) {
      const hold = await read(path)
      if (hold && hold.untilAt > clock.now()) {
        throw new WecomError({ failure: 'refused', path, errcode: hold.errcode })
      }
      try {
        const result = await call()
        // Only this very hold: another call may have begun a new one meanwhile.
        if (hold && known.get(path)?.hold?.untilAt === hold.untilAt) await end(path)
        return result
      } catch (error) {
        // Not gettoken's refusal, which comes this way too: it says nothing of the path that wants a token.
        if (isRefusal(error, ...frequencyErrcodes) && error.path === path) {
          await begin(path, error.errcode)
        }
        throw error
      }
    },
  }
}

const readHold = (value: unknown): Hold | undefined => {
  const { errcode, untilAt, step } = (value ?? {}) as Record<string, unknown>
  const isHold = [errcode, untilAt, step].every((part) => Number.isSafeInteger(part))
  return isHold ? (value as Hold) : undefined
}
