import type { Surroundings } from './options'
import { emptyDocument, readTokenDocument, type TokenDocument } from './token-document'
import type { Token } from './token-memory'

/** The document as it was read, and the revision that a write compares. */
export interface Seen {
  /** Null when there was none. */
  rev: number | null
  document: TokenDocument
}

export type SharedDocument = ReturnType<typeof createSharedDocument>

/** The one document of an app, over any store; every operation has a time limit. */
export const createSharedDocument = ({ store, key, seal, limit, timings }: Surroundings) => {
  const tooLate = () => new Error('the store took too long')
  const inTime = <T>(work: Promise<T>) => limit(work, timings.storeTimeoutMs, tooLate)

  return {
    async read(): Promise<Seen> {
      const stored = await inTime(store.get(key))
      if (!stored) return { rev: null, document: emptyDocument }
      return { rev: stored.rev, document: readTokenDocument(stored.value) ?? emptyDocument }
    },
    /** False when somebody else wrote since it was seen. */
    write({ rev }: Seen, document: TokenDocument): Promise<boolean> {
      const life = timings.documentLifeMs
      return inTime(
        rev === null ? store.insert(key, document, life) : store.cas(key, rev, document, life),
      )
    },
    sealed: (accessToken: string): string => seal.seal(accessToken, key),
    /** Undefined when there is no token, or none that our keys open. */
    tokenOf({ token, generation }: TokenDocument): Token | undefined {
      const accessToken = token ? seal.open(token.sealed, key) : undefined
      if (!token || accessToken === undefined) return undefined
      const { fingerprint, diesAt, isReissue } = token
      return { accessToken, fingerprint, generation, diesAt, isReissue }
    },
  }
}
