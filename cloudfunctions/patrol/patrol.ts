import type { LookAtAffected } from '../shared/employees/affected'
import type { EmployeeRecord } from '../shared/employees/employee-record'
import type { Employees } from '../shared/employees/employees'
import type { OpenRechecks } from '../shared/employees/open-rechecks'
import type { Recheck, Rechecks } from '../shared/employees/rechecks'
import type { Exclusively } from '../shared/limits/exclusive'
import type { Clock } from '../shared/runtime/clock'
import type { TimerFunction } from '../shared/runtime/function-definition'
import type { PatrolReport } from '../shared/runtime/patrol-report'
import type { Store } from '../shared/store/store'
import { StoreError } from '../shared/store/store-error'
import { WecomError } from '../shared/wecom/errors'
import { isWecomAway } from './wecom-away'
import type { Round, Rounds } from './rounds'

export interface PatrolDeps {
  employees: Pick<Employees, 'list' | 'read'>
  rechecks: Pick<Rechecks, 'ask'>
  /** Made with the counting `ask` that it is given. */
  createLookAtAffected(ask: Rechecks['ask']): LookAtAffected
  openRechecks: Pick<OpenRechecks, 'read'>
  rounds: Rounds
  /** One instance at a time. */
  exclusively: Exclusively
  store: Pick<Store, 'removeExpired'>
  /** Has the access token replaced if it is about to end. @throws WecomError */
  keepToken(): Promise<void>
  /** Calls of WeCom that one run may make. */
  callsPerRun: number
  clock: Clock
  /** What is left of the time for the run, in ms. */
  remainingMs(): number
}

// CloudBase lets a function run for 60 s at most; identity's own limit of 20 s only makes runs shorter.
export const patrolBudgetMs = 50_000
// For writing down what was found out.
const reserveMs = 5_000
// As many as a store gives: on Redis each page costs a walk past all of its keys.
const pageSize = 1000
const atOnce = 10

/**
 * 巡检: looks after those at work whom no event reports. Nobody loses a session because WeCom does not
 * answer, and nobody keeps one because an event was lost.
 */
export const createPatrol = (deps: PatrolDeps): TimerFunction => ({
  budgetMs: patrolBudgetMs,
  async work(log) {
    const report = (await deps.exclusively(() => patrol(deps))) ?? relieved
    log({ event: 'patrol', ...report })
    return report
  },
})

const nothing = { confirmed: 0, revoked: 0, unanswered: 0, removed: 0, behindMs: 0 }
const relieved: PatrolReport = { ...nothing, isRelieved: true, isWecomAway: false }

const patrol = async (deps: PatrolDeps): Promise<PatrolReport> => {
  const { rounds, store, keepToken } = deps
  const report: PatrolReport = { ...nothing, isRelieved: false, isWecomAway: false }
  const watch = createWatch(deps, report)

  await keepToken().catch((error: unknown) => watch.judge(error))
  await finishWhatEventsBegan(deps, watch)
  const round = await rounds.current()
  if (!round.isOver) {
    await walk(deps, watch, round)
    report.removed = await store.removeExpired().catch(forgive)
  }
  return { ...report, behindMs: rounds.behindMs(round) }
}

const forgive = (error: unknown): number => {
  if (error instanceof StoreError) return 0
  throw error
}

type Watch = ReturnType<typeof createWatch>

/** Counts what is asked and what comes of it, and says when the run has to end. */
const createWatch = ({ rechecks, callsPerRun, remainingMs }: PatrolDeps, report: PatrolReport) => {
  let calls = 0
  const judge = (error: unknown) => {
    if (!(error instanceof WecomError)) throw error
    report.unanswered += 1
    report.isWecomAway ||= isWecomAway(error)
  }

  return {
    judge,
    /** How many of so many people may be asked about now. */
    roomFor: (people: number) => Math.min(people, callsPerRun - calls),
    isWecomThere: () => !report.isWecomAway,
    goesOn: () => !report.isWecomAway && calls < callsPerRun && remainingMs() > reserveMs,
    /** @throws as `Rechecks.ask` does */
    async ask(userId: string): Promise<Recheck> {
      calls += 1
      const answer = await rechecks.ask(userId, 'patrol')
      if (answer !== 'nobody') report[answer] += 1
      return answer
    },
  }
}

const finishWhatEventsBegan = async (
  { openRechecks, createLookAtAffected }: PatrolDeps,
  watch: Watch,
): Promise<void> => {
  const lookAt = createLookAtAffected((userId) =>
    watch.ask(userId).catch((error: unknown) => {
      watch.judge(error)
      throw error
    }),
  )
  for (const { affected, close, keep } of await openRechecks.read()) {
    const left = await lookAt(affected, 'patrol', watch.goesOn)
    await (left ? keep(left) : close())
  }
}

/** Past everybody, from where the last run stopped; marks the round as over at its end. */
const walk = async (deps: PatrolDeps, watch: Watch, round: Round): Promise<void> => {
  const { employees, rounds } = deps
  while (!round.isOver && watch.goesOn()) {
    const page = await employees.list(round.after, pageSize)
    round.isOver = page.length === 0
    while (page.length > 0 && watch.goesOn()) {
      const some = page.splice(0, watch.roomFor(atOnce))
      const isDone = await lookAtSome(deps, watch, some, round)
      const last = some.at(-1)
      // Whom WeCom's silence kept us from asking comes first in the next run.
      if (isDone && last !== undefined) round.after = last
    }
    await rounds.save(round)
  }
}

const lookAtSome = async (
  { employees, clock }: PatrolDeps,
  watch: Watch,
  userIds: readonly string[],
  { startedAt }: Round,
): Promise<boolean> => {
  const looks = userIds.map(async (userId) => {
    if (!isDue(await employees.read(userId), startedAt, clock.now())) return
    await watch.ask(userId).catch(watch.judge)
  })
  await Promise.all(looks)
  return watch.isWecomThere()
}

const isDue = (record: EmployeeRecord | undefined, startedAt: number, now: number): boolean =>
  record?.active === true &&
  record.employee.confirmedAt < startedAt &&
  record.sessions.some(({ expiresAt }) => expiresAt > now)
