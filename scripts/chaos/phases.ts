import type { GettokenMode } from '../../test/cloudfunctions/shared/access-token/processes/token-server'
import type { Troop } from '../../test/cloudfunctions/shared/access-token/processes/troop'
import type { Timings } from '../../cloudfunctions/shared/access-token/timings'
import type { Crew } from './crew'

export interface Stage {
  troop: Troop
  crew: Crew
  /** Of a phase that only waits. */
  seconds: number
}

export interface Phase {
  name: string
  what: string
  /** What is done while everybody works. */
  play(stage: Stage): Promise<void>
  /** In this phase calls must fail: there is no token to be had. */
  mayFail?: boolean
}

/** A token lives 4 s instead of 2 h, and everything else is so much quicker that it fits. */
export const tokenLifeMs = 4000

export const timings: Timings = {
  waitMaxMs: 6000,
  fetchTimeoutMs: 600,
  storeTimeoutMs: 1200,
  leaseMs: 1000,
  toleratedSkewMs: 3000,
  spacingMs: 100,
  patienceMs: 500,
  backoffMaxMs: 1000,
  // A minute, in this world.
  firmHoldMs: 5000,
  localIntervalMs: 1000,
  aheadMs: 600,
  aheadJitterMs: 200,
  aheadRetryMs: 100,
  documentLifeMs: 600_000,
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const longLifeMs = 60_000
const holderKills = 20

const forAWhile = ({ seconds }: Stage) => pause(seconds * 1000)

const withStore =
  (faults: Parameters<Troop['store']['fail']>[0]) =>
  async (stage: Stage): Promise<void> => {
    stage.troop.store.fail(faults)
    await forAWhile(stage)
    stage.troop.store.fail({ isAway: false, hangs: false, delayMs: 0, answersLost: 0 })
  }

/** An outage of gettoken that no token outlives can't be bridged by anybody: these have a token. */
const withGettoken =
  (...modes: GettokenMode[]) =>
  async ({ troop, seconds }: Stage): Promise<void> => {
    troop.wecom.change({ lifeMs: longLifeMs })
    troop.wecom.invalidate()
    await pause(500)
    for (const gettoken of modes) {
      troop.wecom.change({ gettoken })
      await pause((seconds * 1000) / modes.length)
    }
    troop.wecom.change({ gettoken: 'ok', lifeMs: tokenLifeMs })
    // The last hold, of whatever kind.
    await pause(timings.backoffMaxMs + 200)
    troop.wecom.invalidate()
    await pause(500)
  }

const killHolders = async ({ troop, crew }: Stage): Promise<void> => {
  troop.wecom.change({ delayMs: 150 })
  for (let kills = 0; kills < holderKills;) {
    troop.wecom.invalidate()
    for (let looks = 0; looks < 200; looks++) {
      const holder = await crew.holder()
      if (holder) {
        await crew.replace(holder)
        kills++
        break
      }
      await pause(3)
    }
    // Until somebody took over and is done.
    await pause(timings.leaseMs + 400)
  }
  troop.wecom.change({ delayMs: 20 })
}

const killAnyone = async ({ crew, seconds }: Stage): Promise<void> => {
  for (let kills = 0; kills < seconds * 4; kills++) {
    await crew.replace(crew.anyone())
    await pause(250)
  }
}

const invalidate = async ({ troop, seconds }: Stage): Promise<void> => {
  for (let second = 0; second < seconds; second++) {
    troop.wecom.invalidate()
    await pause(1000)
  }
}

const wrongSecret = async (stage: Stage): Promise<void> => {
  const { wecom } = stage.troop
  wecom.change({ gettoken: 'secretWrong' })
  wecom.invalidate()
  await forAWhile(stage)
  wecom.change({ gettoken: 'ok' })
  await pause(timings.firmHoldMs + 500)
}

const rejectAll = async (stage: Stage): Promise<void> => {
  stage.troop.wecom.change({ rejectsAll: true })
  await forAWhile(stage)
  stage.troop.wecom.change({ rejectsAll: false })
  await pause(timings.backoffMaxMs + 500)
}

/** The fault phases, in the order in which they are played. */
export const phases: readonly Phase[] = [
  { name: 'steady', what: 'a token lives 4 s', play: forAWhile },
  { name: 'invalidate', what: 'the token ends early, once a second', play: invalidate },
  { name: 'holder', what: `kill -9 of the lease holder, ${holderKills} times`, play: killHolders },
  { name: 'anyone', what: 'kill -9 of anyone, four times a second', play: killAnyone },
  { name: 'slow', what: 'the store takes 300 ms', play: withStore({ delayMs: 300 }) },
  { name: 'lost', what: '30 % of the store’s answers lost', play: withStore({ answersLost: 0.3 }) },
  { name: 'away', what: 'the store is away', play: withStore({ isAway: true }) },
  { name: 'hangs', what: 'the store hangs', play: withStore({ hangs: true }) },
  {
    name: 'gettoken',
    what: 'gettoken away, busy, cut, HTML, hanging; the token lives',
    play: withGettoken('away', 'busy', 'cut', 'html', 'hangs'),
  },
  { name: 'secret', what: 'a wrong secret', play: wrongSecret, mayFail: true },
  { name: 'reject', what: 'WeCom rejects every token', play: rejectAll, mayFail: true },
  { name: 'after', what: 'after everything', play: forAWhile },
]
