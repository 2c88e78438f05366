// Whatever happens, in whatever order: the simulator, over HTTP, and the model agree on every answer.
import fc from 'fast-check'
import http from 'node:http'
import { createSimulator } from '../../../../simulator/wecom/wecom'
import { company, ranges } from './company'
import { callsOfCorpPerMinute, createModel, wrongSecretsPerHour, type Seen } from './model'
import { operations, type Operation } from './operations'
import { serveHistories } from './serve-histories'

const sequences = 5000

const served = serveHistories()
const { agent } = served

interface Wire {
  errcode: number
  access_token?: string
  corpid?: string
  userid?: string
  status?: number
  department?: number[]
  mobile?: string
}

const ask = (path: string, query: Record<string, string>): Promise<Wire> =>
  new Promise((resolve, reject) => {
    http
      .get(`${served.url}/cgi-bin/${path}?${new URLSearchParams(query)}`, { agent }, (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk) => (text += chunk))
        response.on('end', () => resolve(JSON.parse(text) as Wire))
      })
      .on('error', reject)
  })

/** Does the same to a fresh simulator, and tells what was to be seen. */
const createReal = () => {
  let now = Date.parse('2026-03-02T09:00:00+08:00')
  const current = createSimulator({
    company,
    clock: { now: () => now },
    limits: { wrongSecretsPerHour, callsOfCorpPerMinute },
  })
  served.simulator = current
  const tokens: string[] = []
  const codes: string[] = []
  const token = (which: number) => tokens[which] ?? 'never-issued'

  const trying = (act: () => void): Seen => {
    try {
      act()
      return 'done'
    } catch {
      return 'nobody'
    }
  }

  const isThere = (userId: string) =>
    current.people()[0]?.members.some((one) => one.userId === userId.toLowerCase()) === true

  return async (operation: Operation): Promise<Seen> => {
    switch (operation.do) {
      case 'gettoken': {
        const { agentId, secret } = operation
        const corpsecret = secret === 'right' ? `invented-secret-a-${agentId}` : 'not-a-secret'
        const reply = await ask('gettoken', { corpid: company.corpId, corpsecret })
        if (reply.access_token === undefined) return { errcode: reply.errcode }
        if (!tokens.includes(reply.access_token)) tokens.push(reply.access_token)
        return { errcode: 0, token: tokens.indexOf(reply.access_token) }
      }
      case 'login': {
        const { who: userId, platform, agentId } = operation
        return trying(() => codes.push(current.issueCode({ userId, platform, agentId })))
      }
      case 'exchange': {
        const { errcode, corpid, userid } = await ask('miniprogram/jscode2session', {
          access_token: token(operation.token),
          js_code: codes[operation.code] ?? 'never-issued',
          grant_type: 'authorization_code',
        })
        if (corpid === undefined || userid === undefined) return { errcode }
        return { errcode: 0, corpid, userid: /^wo[\w-]{30}$/.test(userid) ? 'wo…' : userid }
      }
      case 'read': {
        const { errcode, userid, status, department, mobile } = await ask('user/get', {
          access_token: token(operation.token),
          userid: operation.who,
        })
        if (userid === undefined || status === undefined || !department) return { errcode }
        return { errcode: 0, userid, status, department, mobile: mobile !== undefined }
      }
      case 'invalidate':
        current.invalidateTokens(company.corpId, operation.agentId)
        return 'done'
      case 'advance':
        now += operation.seconds * 1000
        return 'done'
      case 'show': {
        const { members, ...range } = ranges[operation.range]!
        // Nobody can name a member who was deleted.
        const there = members.filter((userId) => isThere(userId))
        current.setApp(
          { visibleRange: { ...range, members: there } },
          { agentId: operation.agentId },
        )
        return 'done'
      }
      case 'enable':
        current.setApp({ enabled: operation.enabled }, { agentId: operation.agentId })
        return 'done'
      case 'trust': {
        const trustedIps = [operation.here ? '127.0.0.1' : '203.0.113.7']
        current.setApp({ trustedIps }, { agentId: operation.agentId })
        return 'done'
      }
      case 'unlink':
        current.setApp({ linked: operation.linked }, { agentId: operation.agentId })
        return 'done'
      case 'status':
        return trying(() => current.editMember(operation.who, { status: operation.status }))
      case 'move':
        return trying(() => current.editMember(operation.who, { departments: operation.to }))
      case 'remove':
        return trying(() => current.removeMember(operation.who))
    }
  }
}

test(`in ${sequences} random histories the simulator answers as the documents say`, async () => {
  const met = new Set<number>()
  await fc.assert(
    fc.asyncProperty(operations, async (history) => {
      const expected = createModel()
      const real = createReal()
      for (const operation of history) {
        const seen = await real(operation)
        expect({ operation, seen }).toEqual({ operation, seen: expected(operation) })
        if (typeof seen === 'object') met.add(seen.errcode)
      }
    }),
    { numRuns: sequences },
  )
  // A history in which nothing was refused would prove nothing.
  expect([...met].sort((a, b) => a - b)).toEqual([
    0, 40001, 40014, 40029, 42001, 45009, 50003, 60020, 60111, 90206,
  ])
}, 240_000)
