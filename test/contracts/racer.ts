import { openStore, type StoreConfig } from '../../cloudfunctions/shared/store/open-store'

/** One process of a race: bundled, then forked by `races`. */

/** What it is told to try, at the same moment as all others. */
export type Attempt =
  | { kind: 'insert'; key: string; mark: number }
  | { kind: 'cas'; key: string; rev: number; mark: number }

export interface Outcome {
  hasWon: boolean
}

const store = openStore(JSON.parse(process.env.STORE_CONFIG ?? '') as StoreConfig, {
  now: Date.now,
})
const minute = 60_000

const attempt = (what: Attempt): Promise<boolean> =>
  what.kind === 'insert'
    ? store.insert(what.key, what.mark, minute)
    : store.cas(what.key, what.rev, what.mark, minute)

process.on('message', (what: Attempt) => {
  void attempt(what).then((hasWon) => process.send?.({ hasWon } satisfies Outcome))
})
// Connected before the first round, so that no round is a race of connecting.
void store.get('warm').then(() => process.send?.({ hasWon: false } satisfies Outcome))
