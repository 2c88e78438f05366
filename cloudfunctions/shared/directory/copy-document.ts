import { createHash } from 'node:crypto'
import type { Store } from '../store/store'
import { StoreError } from '../store/store-error'
import { fewAtOnce } from './few-at-once'

/** When a copy was asked for, and by whose word it was still good. */
export interface Asked {
  /** Epoch ms: before the question was sent. */
  askedAt: number
  /** The generation that counted then. */
  generation: number
}

/** Where the text of a copy lies. */
export interface Location {
  /** A fingerprint of the text. */
  id: string
  parts: number
}

/** What is known about a copy without reading it: small, because each instance reads it often. */
export interface Head {
  /** Another one when the copy was forgotten: what was asked under an earlier one does not count. */
  generation: number
  content?: Location & Asked
  /** The text before, which somebody may still be reading. */
  former?: Location
}

export type CopyDocument = ReturnType<typeof createCopyDocument>

// In UTF-16 units, which are at most 3 bytes. MongoDB, which is under CloudBase, ends at 16 MB; what
// one request of CloudBase may hold is nowhere said, so parts stay well under half a megabyte.
const partLength = 128 * 1024
// Of those who change the head at the same moment, one gets it in each round.
const mostAttempts = 24
// Each is held several times over while an SDK packs it: memory counts more than the moment.
const partsAtOnce = 4

/**
 * One text that many instances share, in as many parts as the engine needs. Whoever reads never gets
 * the parts of two texts: they lie under the text's own fingerprint, and the head is written last.
 * Each operation rejects with StoreError.
 */
export const createCopyDocument = (store: Store, key: string, keptMs: number) => {
  const partKey = ({ id }: Pick<Location, 'id'>, part: number) => `${key}:${id}:${part}`
  const each = <T>({ parts }: Location, work: (part: number) => Promise<T>): Promise<T[]> =>
    fewAtOnce(partsAtOnce, [...Array(parts).keys()], work)

  /** Changes the head, whoever else does so at the same time; `change` says undefined to leave it. */
  const update = async (change: (head: Head) => Head | undefined): Promise<Head | undefined> => {
    for (let attempt = 1; attempt <= mostAttempts; attempt++) {
      const seen = await store.get(key)
      const head = readHead(seen?.value)
      const next = change(head)
      if (!next) return undefined
      const isWritten = seen
        ? await store.cas(key, seen.rev, next, keptMs)
        : await store.insert(key, next, keptMs)
      if (isWritten) return head
    }
    throw new StoreError('away', 'cas')
  }

  return {
    readHead: async (): Promise<Head> => readHead((await store.get(key))?.value),

    /** The text that lies there; undefined when a part of it is gone. */
    async readText(location: Location): Promise<string | undefined> {
      const parts = await each(location, async (part) => {
        const value = (await store.get(partKey(location, part)))?.value
        return typeof value === 'string' ? value : ''
      })
      const text = parts.join('')
      return copyId(text) === location.id ? text : undefined
    },

    /** Writes a text, unless one that was asked for later is there. */
    async write(text: string, { askedAt, generation }: Asked): Promise<void> {
      const location = { id: copyId(text), parts: Math.ceil(text.length / partLength) }
      await each(location, (part) => {
        const from = part * partLength
        return store.put(partKey(location, part), text.slice(from, from + partLength), keptMs)
      })
      const before = await update((head) => {
        if (head.content && isNewer(head.content, { askedAt, generation })) return undefined
        const former = head.content && head.content.id !== location.id ? head.content : head.former
        return {
          generation: head.generation,
          content: { ...location, askedAt, generation },
          ...(former && { former: { id: former.id, parts: former.parts } }),
        }
      })
      const unread = before?.former
      const isInUse = unread?.id === location.id || before?.content?.id === location.id
      if (unread && !isInUse) await each(unread, (part) => store.del(partKey(unread, part)))
    },

    /** Begins a new generation, and says which. */
    async forget(now: number): Promise<number> {
      let generation = 0
      await update((head) => {
        // By the clock as well: after the head has expired it must not begin with an old number.
        generation = Math.max(head.generation + 1, now)
        return { ...head, generation }
      })
      return generation
    },
  }
}

/** Whether `a` says more than `b`: by the generation first, since clocks differ a little. */
export const isNewer = (a: Asked, b: Asked): boolean =>
  a.generation === b.generation ? a.askedAt > b.askedAt : a.generation > b.generation

/** Tells texts apart: the first 96 bits of SHA-256, in base64url. */
export const copyId = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 16)

const readHead = (value: unknown): Head => {
  const { generation, content, former } = Object(value) as Partial<Head>
  if (!isCount(generation)) return { generation: 0 }
  return {
    generation,
    ...(isLocation(content) &&
      isCount(content.askedAt) &&
      isCount(content.generation) && { content }),
    ...(isLocation(former) && { former }),
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value)
const isLocation = (value: Location | undefined): value is Location =>
  typeof value?.id === 'string' && isCount(value.parts)
