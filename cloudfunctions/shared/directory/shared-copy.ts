import type { Clock } from '../runtime/clock'
import { forgiving } from '../store/forgiving'
import type { Store } from '../store/store'
import { WecomError } from '../wecom/errors'
import { copyId, createCopyDocument, isNewer, type Asked } from './copy-document'

/** Something of WeCom's that changes seldom, kept in this process and, for all instances, in the store. */
export interface SharedCopy<Value> {
  /**
   * The copy, or what WeCom says now. A copy that is past its freshness still serves everybody but the
   * one who asks WeCom for the next; it also serves while WeCom does not answer.
   *
   * @param freshMs Past this age a new one is asked for.
   * @throws WecomError
   */
  read(freshMs?: number): Promise<Value>
  /**
   * What is kept counts no longer for whoever reads from now on, in any instance that the store
   * answers. @throws StoreError
   */
  forget(): Promise<void>
}

export interface SharedCopyOptions<Content, Value> {
  /** Asks WeCom. @throws WecomError */
  load(): Promise<Content>
  /** Makes of it what is read; once for each content, because that takes its time. */
  build(content: Content): Value
  store: Store
  /** The same without haste: what is written for all must not fail with the time of one call. */
  patient: Store
  key: string
  clock: Clock
  /** Waits for ms. */
  sleep(ms: number): Promise<unknown>
  freshMs: number
  /** For so long a copy serves while WeCom has no newer one. */
  keptMs: number
}

interface Copy<Value> extends Asked {
  id: string
  value: Value
}

// Longer than WeCom takes to answer or to be given up. After a failure it is the pause in which the old
// copy serves everybody.
const leaseMs = 10_000
// Whoever has no copy at all waits for the one who is fetching it, but not for ever.
const pollMs = 200
const patienceMs = 3_000

/**
 * No promise is left behind to refresh in the background: a cloud function may be frozen as soon as it
 * has answered. Whoever finds the copy old and gets the lease asks WeCom, within their own call.
 */
export const createSharedCopy = <Content, Value>({
  load,
  build,
  store,
  patient,
  key,
  clock,
  sleep,
  freshMs: usualFreshMs,
  keptMs,
}: SharedCopyOptions<Content, Value>): SharedCopy<Value> => {
  const document = createCopyDocument(store, key, keptMs)
  const writer = createCopyDocument(patient, key, keptMs)
  let copy: Copy<Value> | undefined
  let generation = 0
  let forgettings = 0
  let looking: Promise<void> | undefined
  let refreshing: Promise<void> | undefined

  const kept = () => (copy && clock.now() - copy.askedAt < keptMs ? copy : undefined)
  const current = () => (kept()?.generation === generation ? copy : undefined)

  /** Takes what the store knows better. */
  const look = async () => {
    const before = forgettings
    const head = await document.readHead()
    // What was read before this instance forgot says less than it knows.
    if (forgettings > before) return
    generation = head.generation
    const { content } = head
    if (!content || (copy && !isNewer(content, copy))) return
    const { askedAt, id } = content
    const asked = { askedAt, generation: content.generation }
    if (copy?.id === id) {
      copy = { ...copy, ...asked }
      return
    }
    const text = await document.readText(content)
    if (text !== undefined) copy = { id, value: build(JSON.parse(text) as Content), ...asked }
  }
  const lookOnce = () => {
    looking ??= forgiving(look(), undefined).finally(() => {
      looking = undefined
    })
    return looking
  }
  /** By a look that begins now or later: what was forgotten before this moment is not read any more. */
  const lookAnew = async () => {
    await looking
    await lookOnce()
  }

  const leaseKey = () => `${key}:lease:${generation}`
  /** Whether the right to ask WeCom is ours. With the store away there is nobody to share it with. */
  const takeLease = () => forgiving(store.insert(leaseKey(), true, leaseMs), true)

  /** Whether to ask WeCom: the lease is ours, or nothing has come of it for too long. */
  const waitForTurn = async (): Promise<boolean> => {
    for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
      await sleep(pollMs)
      await lookOnce()
      if (current()) return false
      if (await takeLease()) return true
    }
    return true
  }
  const refresh = async () => {
    const isOurTurn = (await takeLease()) || (!current() && (await waitForTurn()))
    if (!isOurTurn) return
    const asked = { askedAt: clock.now(), generation }
    const content = await load().catch(async (error: unknown) => {
      // With nothing to serve meanwhile, nobody shall wait for a pause to end.
      if (!current()) await forgiving(store.del(leaseKey()), undefined)
      throw error
    })
    const text = JSON.stringify(content)
    copy = { id: copyId(text), value: build(content), ...asked }
    await forgiving(writer.write(text, asked), undefined)
  }
  const refreshOnce = () => {
    refreshing ??= refresh().finally(() => {
      refreshing = undefined
    })
    return refreshing
  }

  return {
    async read(freshMs = usualFreshMs) {
      const fresh = () => {
        const found = current()
        return found && clock.now() - found.askedAt < freshMs ? found : undefined
      }
      // Each time: what is read here is written down with the moment of its reading, as news that
      // undoes what another instance wrote by a newer copy.
      await lookAnew()
      const found = fresh() ?? (refreshing && current())
      if (found) return found.value
      try {
        await refreshOnce()
        // It was forgotten while WeCom was being asked.
        if (!current()) await refreshOnce()
      } catch (error) {
        // Yesterday's copy is better than no sign-in.
        if (!(error instanceof WecomError) || !kept()) throw error
      }
      if (!copy) throw new Error('refreshed without a copy')
      return copy.value
    },
    async forget() {
      generation = await document.forget(clock.now())
      forgettings++
    },
  }
}
