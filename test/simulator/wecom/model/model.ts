import { ranges } from './company'
import type { Operation } from './operations'

/**
 * What WeCom's documents say must come of each operation, written down once more and as simply as
 * possible: lists that are searched, and no code of the simulator's.
 */

/** What is to be seen of an answer. */
export type Seen =
  | { errcode: number }
  | { errcode: 0; token: number }
  | { errcode: 0; corpid: string; userid: string }
  | { errcode: 0; userid: string; status: number; department: number[]; mobile: boolean }
  | 'done'
  | 'nobody'

interface ModelApp {
  agentId: number
  enabled: boolean
  range: number
  linked: true | 'encrypted' | 'refused' | 'none'
  trusted: boolean
  /** Whether it was made before 2022-06-20. */
  old: boolean
}

interface ModelMember {
  userId: string
  status: number
  departments: number[]
}

interface ModelCode {
  who: string
  platform: string
  agentId: number
  at: number
  used: boolean
}

const hour = 3600
/** Small, so that they are reached. */
export const callsOfCorpPerMinute = 4
export const wrongSecretsPerHour = 3
const departmentsAbove: Record<number, number[]> = { 1: [1], 2: [2, 1], 3: [3, 2, 1], 4: [4, 1] }
const tag = { members: ['bob'], departments: [4] }

export const createModel = () => {
  let now = 0
  const wrongSecretsAt: number[] = []
  const apps: ModelApp[] = [
    { agentId: 1, enabled: true, range: 0, linked: true, trusted: true, old: false },
    { agentId: 2, enabled: true, range: 1, linked: true, trusted: true, old: true },
    { agentId: 3, enabled: true, range: 3, linked: 'none', trusted: true, old: false },
  ]
  let members: ModelMember[] = [
    { userId: 'ann', status: 1, departments: [2] },
    { userId: 'bob', status: 1, departments: [3] },
    { userId: 'cai', status: 1, departments: [4] },
    { userId: 'dan', status: 1, departments: [1] },
  ]
  const tokens: { agentId: number; until: number; taken: boolean }[] = []
  const codes: ModelCode[] = []

  const app = (agentId: number): ModelApp => {
    const found = apps.find((one) => one.agentId === agentId)
    if (!found) throw new Error('no such app in the model')
    return found
  }
  const member = (who: string) => members.find(({ userId }) => userId === who)
  const seesDepartment = ({ range }: ModelApp, id: number): boolean => {
    const { departments = [], tags = [] } = ranges[range] ?? {}
    const listed = [...departments, ...(tags.length > 0 ? tag.departments : [])]
    return (departmentsAbove[id] ?? []).some((above) => listed.includes(above))
  }
  const seesMember = (of: ModelApp, { userId, departments }: ModelMember): boolean => {
    const { members: named = [], tags = [] } = ranges[of.range] ?? {}
    const listed = [...named, ...(tags.length > 0 ? tag.members : [])]
    return (
      listed.some((name) => name.toLowerCase() === userId) ||
      departments.some((id) => seesDepartment(of, id))
    )
  }

  const windows: Record<string, { began: number; calls: number; shutUntil: number }> = {}
  /** One call of a path by the corp: more than so many in a minute shut it for one. */
  const isOneTooMany = (path: string): boolean => {
    const last = windows[path]
    if (last && last.shutUntil > now) return true
    const isOver = !last || now - last.began >= 60
    const current = isOver ? { began: now, calls: 0, shutUntil: 0 } : last
    windows[path] = current
    current.calls += 1
    if (current.calls > callsOfCorpPerMinute) current.shutUntil = now + 60
    return current.shutUntil > now
  }

  /** The app that a token speaks for, or why none does. */
  const admitted = (which: number, path: string): ModelApp | number => {
    const token = tokens[which]
    if (!token) return 40014
    if (token.taken) return 40014
    if (token.until <= now) return 42001
    const owner = app(token.agentId)
    if (!owner.enabled) return 50003
    if (!owner.trusted) return 60020
    return isOneTooMany(path) ? 45009 : owner
  }

  const gettoken = ({ agentId, secret }: Extract<Operation, { do: 'gettoken' }>): Seen => {
    if (wrongSecretsAt.filter((at) => at > now - hour).length >= wrongSecretsPerHour)
      return { errcode: 45009 }
    if (isOneTooMany('gettoken')) return { errcode: 45009 }
    if (secret === 'wrong') {
      wrongSecretsAt.push(now)
      return { errcode: 40001 }
    }
    if (!app(agentId).enabled) return { errcode: 50003 }
    const standing = tokens.findIndex(
      (token) => token.agentId === agentId && !token.taken && token.until > now,
    )
    if (standing >= 0) return { errcode: 0, token: standing }
    tokens.push({ agentId, until: now + 2 * hour, taken: false })
    return { errcode: 0, token: tokens.length - 1 }
  }

  const exchange = (which: number, codeAt: number): Seen => {
    const owner = admitted(which, 'jscode2session')
    if (typeof owner === 'number') return { errcode: owner }
    if (owner.linked === 'none') return { errcode: 40014 }
    if (owner.linked === 'refused') return { errcode: 90206 }
    const code = codes[codeAt]
    if (!code || code.platform !== 'wecom' || code.agentId !== owner.agentId) {
      return { errcode: 40029 }
    }
    if (code.used || now - code.at >= 300) return { errcode: 40029 }
    code.used = true
    const isVisitor = code.who === 'eve'
    return {
      errcode: 0,
      corpid: isVisitor ? 'ww5eed00000000000b' : 'ww5eed00000000000a',
      userid: isVisitor || owner.linked === 'encrypted' ? 'wo…' : code.who,
    }
  }

  const read = (which: number, who: string): Seen => {
    const owner = admitted(which, 'user/get')
    if (typeof owner === 'number') return { errcode: owner }
    const found = member(who)
    if (!found || !seesMember(owner, found)) return { errcode: 60111 }
    return {
      errcode: 0,
      userid: who,
      status: found.status,
      department: found.departments.filter((id) => seesDepartment(owner, id)),
      mobile: owner.old,
    }
  }

  const edit = (operation: Operation): Seen => {
    switch (operation.do) {
      case 'invalidate':
        for (const token of tokens) {
          if (token.agentId === operation.agentId && token.until > now) token.taken = true
        }
        return 'done'
      case 'advance':
        now += operation.seconds
        return 'done'
      case 'show':
        app(operation.agentId).range = operation.range
        return 'done'
      case 'enable':
        app(operation.agentId).enabled = operation.enabled
        return 'done'
      case 'trust':
        app(operation.agentId).trusted = operation.here
        return 'done'
      case 'unlink':
        app(operation.agentId).linked = operation.linked
        return 'done'
      case 'status':
      case 'move': {
        const found = member(operation.who)
        if (!found) return 'nobody'
        if (operation.do === 'status') found.status = operation.status
        else found.departments = operation.to
        return 'done'
      }
      case 'remove':
        if (!member(operation.who)) return 'nobody'
        members = members.filter(({ userId }) => userId !== operation.who)
        return 'done'
      default:
        throw new Error(`the model cannot ${operation.do}`)
    }
  }

  return (operation: Operation): Seen => {
    switch (operation.do) {
      case 'gettoken':
        return gettoken(operation)
      case 'login': {
        const { who, platform, agentId } = operation
        if (who !== 'eve' && !member(who)) return 'nobody'
        codes.push({ who, platform, agentId, at: now, used: false })
        return 'done'
      }
      case 'exchange':
        return exchange(operation.token, operation.code)
      case 'read':
        return read(operation.token, operation.who)
      default:
        return edit(operation)
    }
  }
}
