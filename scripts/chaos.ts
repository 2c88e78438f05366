// npm run chaos [-- PHASE]: 24 processes share a token while everything goes wrong, one thing at a
// time, until a million uses are reached. Exit 1 when a promise was broken.
import {
  bundleWorker,
  startTroop,
  type Troop,
} from '../test/cloudfunctions/shared/access-token/processes/troop'
import { startCrew, type Crew } from './chaos/crew'
import { phases, timings, tokenLifeMs, type Phase } from './chaos/phases'

const [only] = process.argv.slice(2)
const size = 24
const herdCallers = 42
const secondsOfPhase = 8
const usesWanted = only === undefined ? 1_000_000 : 0
const longestMs = 230_000
// A dead holder is seen by its lease, and then somebody has to come by.
const takeoverAtMostMs = timings.leaseMs + 500

interface Row {
  phase: string
  uses: number
  failed: number
  gettokens: number
  /** The most within 100 ms. */
  burst: number
  rejected: number
  medianMs: string
  longestMs: string
}

const burstOf = (times: number[]): number =>
  Math.max(0, ...times.map((at, n) => times.slice(n).filter((other) => other - at < 100).length))
const closestOf = (times: number[]): number =>
  Math.min(Infinity, ...times.slice(1).map((at, n) => at - (times[n] ?? 0)))

const broken: string[] = []
const promise = (isKept: boolean, words: string): void => {
  if (!isKept) broken.push(words)
}

/** Plays one phase under load and judges it. */
const playPhase = async (phase: Phase, troop: Troop, crew: Crew): Promise<Row> => {
  const gettokensBefore = troop.wecom.gettokens.length
  const rejectedBefore = troop.wecom.rejections()
  crew.work()
  await phase.play({ troop, crew, seconds: secondsOfPhase })
  const told = await crew.rest()
  const times = troop.wecom.gettokens.slice(gettokensBefore)
  const failed = Object.values(told.failures).reduce((sum, count) => sum + count, 0)
  const isBroken = failed > 0 && !phase.mayFail
  promise(!isBroken, `${phase.name}: ${JSON.stringify(told.failures)}`)
  if (phase.name === 'secret') {
    const wrong = times.slice(0, -1)
    promise(closestOf(wrong) >= timings.firmHoldMs, 'secret: more than one gettoken a minute')
  }
  if (phase.name === 'reject')
    promise(closestOf(times) >= timings.spacingMs, 'reject: gettokens too close')
  return {
    phase: phase.what,
    uses: told.succeeded,
    failed,
    gettokens: times.length,
    burst: burstOf(times),
    rejected: troop.wecom.rejections() - rejectedBefore,
    medianMs: told.medianMs.toFixed(1),
    longestMs: told.longestMs.toFixed(0),
  }
}

/** Everybody's first call at once. */
const herd = async (troop: Troop, crew: Crew): Promise<void> => {
  const told = await crew.use(herdCallers)
  const gettokens = troop.wecom.gettokens.length
  console.log(`${size * herdCallers} first calls at once: ${gettokens} gettoken`)
  promise(gettokens === 1, `herd: ${gettokens} gettokens`)
  promise(told.succeeded === size * herdCallers, `herd: ${JSON.stringify(told.failures)}`)
}

const main = async (): Promise<void> => {
  const chosen = phases.filter(({ name }) => only === undefined || name === only)
  if (chosen.length === 0 && only !== 'herd')
    throw new Error(`phases: herd, ${phases.map(({ name }) => name).join(', ')}`)
  const begunAt = performance.now()
  const bundle = await bundleWorker()
  const troop = await startTroop(bundle.file, timings)
  troop.wecom.change({ lifeMs: tokenLifeMs })
  const crew = await startCrew(troop, size)
  const rows: Row[] = []
  const uses = () => rows.reduce((sum, row) => sum + row.uses, 0)
  try {
    await herd(troop, crew)
    for (const phase of chosen) rows.push(await playPhase(phase, troop, crew))
    const last = chosen.at(-1)
    while (last && uses() < usesWanted && performance.now() - begunAt < longestMs)
      rows.push(await playPhase(last, troop, crew))
  } finally {
    await troop.close()
    bundle.remove()
  }
  if (rows.length > 0) console.table(rows)
  report(troop, uses())
}

const report = (troop: Troop, uses: number): void => {
  const takeovers = troop.invariants.takeovers().map(Math.round)
  const slowest = Math.max(0, ...takeovers)
  console.log(`${uses} uses in ${size} processes, ${troop.wecom.gettokens.length} gettokens`)
  console.log(`dead holders replaced after ${takeovers.sort((a, b) => a - b).join(', ') || '–'} ms`)
  promise(slowest <= takeoverAtMostMs, `a dead holder was replaced after ${slowest} ms`)
  promise(uses >= usesWanted, `only ${uses} uses`)
  for (const words of [...broken, ...troop.invariants.broken()]) console.log(`✗ ${words}`)
  const isWhole = broken.length + troop.invariants.broken().length === 0
  console.log(isWhole ? '✓ every promise was kept' : '✗ not every promise was kept')
  process.exitCode = isWhole ? 0 : 1
}

void main()
