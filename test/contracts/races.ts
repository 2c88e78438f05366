import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { StoreConfig } from '../../cloudfunctions/shared/store/open-store'
import type { Store } from '../../cloudfunctions/shared/store/store'
import { bundleFunction, type BuiltStore } from '../../scripts/functions'
import type { Attempt, Outcome } from './racer'

const processes = 4
const rounds = 40

interface Race {
  /** Looks on, from this process. */
  store: Store
  config: StoreConfig
  /** Of the racers. */
  environment?: Record<string, string>
}

/** Real processes that want the same key at the same moment: one gets it, in every round. */
export const describeRaces = (name: BuiltStore, open: () => Promise<Race>): void => {
  describe(`${processes} processes at once on one ${name}`, () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-racers-'))
    let racers: ChildProcess[] = []
    let race: Race

    beforeAll(async () => {
      race = await open()
      const outfile = path.join(folder, 'racer.js')
      await bundleFunction({ entry: path.join(__dirname, 'racer.ts'), outfile, store: name })
      const env = { ...race.environment, STORE_CONFIG: JSON.stringify(race.config) }
      racers = Array.from({ length: processes }, () => fork(outfile, { env }))
      await Promise.all(racers.map((racer) => once(racer, 'message')))
    })
    afterAll(() => {
      for (const racer of racers) racer.kill('SIGKILL')
      rmSync(folder, { recursive: true })
    })

    /** Which of them won. */
    const run = async (attemptOf: (mark: number) => Attempt): Promise<number[]> => {
      const outcomes = await Promise.all(
        racers.map(async (racer, mark) => {
          const answered = once(racer, 'message') as Promise<[Outcome]>
          racer.send(attemptOf(mark))
          const [{ hasWon }] = await answered
          return hasWon ? [mark] : []
        }),
      )
      return outcomes.flat()
    }

    test('every insert and every compare-and-set has exactly one winner, whose value is there', async () => {
      const { store } = race
      for (let round = 0; round < rounds; round++) {
        const key = `race:${round}`
        const inserted = await run((mark) => ({ kind: 'insert', key, mark }))
        const first = await store.get(key)
        expect([inserted.length, first?.value]).toEqual([1, inserted[0]])
        const rev = first?.rev ?? 0
        const set = await run((mark) => ({ kind: 'cas', key, rev, mark }))
        expect([set.length, await store.get(key)]).toEqual([1, { value: set[0], rev: rev + 1 }])
      }
    })
  })
}
