import type { AccessToken } from '../../../../../cloudfunctions/shared/wecom/endpoints/gettoken'
import { WecomError } from '../../../../../cloudfunctions/shared/wecom/errors'
import { tokenLifeMs } from './scenario'
import type { World } from './world'

/** One gettoken as WeCom saw it. */
export interface Gettoken {
  instance: number
  at: number
  /** The instance's lease was in the store at that moment. */
  hasLease: boolean
}

export interface SimulatedWecom {
  readonly gettokens: readonly Gettoken[]
  /** The most that were under way at one moment. */
  mostAtOnce(): number
  /** How often gettoken gave this token. */
  timesGiven(accessToken: string): number
  gettoken(instance: number): Promise<AccessToken>
  /** Any other call. Rejects with 40014 or 42001 when the token is not good. */
  call(instance: number, accessToken: string): Promise<void>
  invalidate(): void
}

const gettokenPath = '/cgi-bin/gettoken'
const refused = (path: string, errcode: number) =>
  new WecomError({ failure: 'refused', path, errcode })

/** @param holdsLease Asks an observer of the store. */
export const createSimulatedWecom = (
  world: World,
  holdsLease: (instance: number) => boolean,
): SimulatedWecom => {
  const { time, scenario, isNow, around } = world
  const gettokens: Gettoken[] = []
  const given = new Map<string, number>()
  let current: { accessToken: string; diesAt: number } | undefined
  let count = 0
  let underWay = 0
  let mostAtOnce = 0

  const answer = async (instance: number): Promise<AccessToken> => {
    await time.sleep(around(100), instance)
    if (isNow('gettokenHangs')) await new Promise(() => undefined)
    if (isNow('gettokenBusy')) throw refused(gettokenPath, -1)
    if (isNow('gettokenOdd'))
      throw new WecomError({ failure: 'oddReply', path: gettokenPath, field: '*' })
    if (isNow('secretWrong')) throw refused(gettokenPath, scenario.errcode ?? 40001)
    if (!current || time.now() >= current.diesAt || scenario.rotates)
      current = { accessToken: `token-${++count}`, diesAt: time.now() + tokenLifeMs }
    const { accessToken, diesAt } = current
    given.set(accessToken, (given.get(accessToken) ?? 0) + 1)
    const expiresInSeconds = (diesAt - time.now()) / 1000
    await time.sleep(around(40), instance)
    return { accessToken, expiresInSeconds }
  }

  return {
    gettokens,
    mostAtOnce: () => mostAtOnce,
    timesGiven: (accessToken) => given.get(accessToken) ?? 0,
    async gettoken(instance) {
      gettokens.push({ instance, at: time.now(), hasLease: holdsLease(instance) })
      mostAtOnce = Math.max(mostAtOnce, ++underWay)
      try {
        return await answer(instance)
      } finally {
        underWay--
      }
    },
    async call(instance, accessToken) {
      await time.sleep(around(20), instance)
      if (isNow('rejectsAll') || accessToken !== current?.accessToken)
        throw refused('/cgi-bin/user/get', 40014)
      if (time.now() >= current.diesAt) throw refused('/cgi-bin/user/get', 42001)
    },
    invalidate() {
      current = undefined
    },
  }
}
