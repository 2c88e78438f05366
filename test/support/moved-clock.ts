import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inRoot } from '../../scripts/paths'

/** A clock that a test moves forward in other processes as well, so that nobody has to wait. */
export interface MovedClock {
  /** For the processes that go by it. */
  variables: { NODE_OPTIONS: string; MOVED_CLOCK: string }
  advance(ms: number): void
  remove(): void
}

export const createMovedClock = (): MovedClock => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-clock-'))
  const file = path.join(folder, 'ahead')
  let ahead = 0
  // In one step: whoever reads meanwhile must not find half a number.
  const write = () => {
    writeFileSync(`${file}.next`, String(ahead))
    renameSync(`${file}.next`, file)
  }
  write()
  return {
    variables: {
      NODE_OPTIONS: `--require ${JSON.stringify(inRoot('test/support/moved-clock.cjs'))}`,
      MOVED_CLOCK: file,
    },
    advance(ms) {
      ahead += ms
      write()
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
