import { setTimeout as pause } from 'node:timers/promises'
import type { Reply, WorkbenchContent } from '../../typings/api'
import { seedCompany, type Simulator } from '../../simulator/wecom/wecom'
import { createMovedClock } from './moved-clock'
import { startProcesses, type Processes } from './processes'
import { signInPatiently, startTestStack } from './stack'
import { codeOf } from './invoke'

/** Of each function, at the same time. */
export const processCount = 4

/**
 * A company at work: a WeCom that tells what changes, the functions in four processes each, one store,
 * and a clock that all of them go by.
 */
export const startWorkday = async () => {
  const clock = createMovedClock()
  const stack = await startTestStack({ company: seedCompany(), environment: clock.variables })
  const simulator = stack.simulator as Simulator
  const identity = startProcesses(stack, 'identity', processCount)
  const workbench = startProcesses(stack, 'workbench', processCount)

  const everywhere = async (session: string): Promise<string[]> => [
    ...(await identity.codes('profile', session)),
    ...(await workbench.codes('content', session)),
  ]

  const onceAvailable = (session: string) =>
    patiently(
      () => everywhere(session),
      (codes) => !codes.includes('UNAVAILABLE'),
    )

  const patrol = () => stack.cloudbase.callTimer('patrol', 'everyMinute') as Promise<Reply<unknown>>

  return {
    stack,
    simulator,
    /** Moves the time of everybody. */
    advance(ms: number) {
      clock.advance(ms)
      simulator.clock.advance(ms / 1000)
    },
    /** A session of this person, that every process has met. */
    async comeToWork(userId: string): Promise<string> {
      const { reply } = await signInPatiently(stack, userId)
      if (!reply.ok) throw new Error(reply.error.code)
      const { token } = reply.data.session
      const codes = await onceAvailable(token)
      if (codes.some((code) => code !== 'ok')) throw new Error(codes.join())
      return token
    },
    /** What the sign-in of this person comes to now. */
    signIn: async (userId: string) => codeOf((await signInPatiently(stack, userId)).reply),
    /** What every process of every function says to this session. */
    everywhere,
    /** The same, from those who have found the store. */
    onceAvailable,
    /** The same answer from every process. */
    all: (code: string) => Array<string>(identity.count + workbench.count).fill(code),
    /** The ids of the entries that each process of the workbench shows. */
    entries: async (session: string): Promise<string[][]> => {
      const replies = await patiently(
        () => workbench.ask<WorkbenchContent>('content', session),
        (all) => !all.map(codeOf).includes('UNAVAILABLE'),
      )
      return replies.map((reply) =>
        reply.ok
          ? reply.data.groups.flatMap(({ entries }) => entries.map(({ id }) => id))
          : [reply.error.code],
      )
    },
    /** The timer comes due once. */
    patrol,
    /** Until it has found the store. */
    patrolOnceAvailable: () => patiently(patrol, ({ ok }) => ok),
    async close() {
      for (const processes of [identity, workbench] satisfies Processes[]) processes.close()
      await stack.close()
      clock.remove()
    },
  }
}

const pauseMs = 100

/**
 * An instance that found the store away does not ask it again for two seconds; on a busy machine, a cold
 * one finds it so.
 */
const patiently = async <T>(ask: () => Promise<T>, isGood: (answer: T) => boolean): Promise<T> => {
  const answer = await ask()
  if (isGood(answer)) return answer
  await pause(pauseMs)
  return patiently(ask, isGood)
}

export type Workday = Awaited<ReturnType<typeof startWorkday>>
