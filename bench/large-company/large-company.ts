import { spawn } from 'node:child_process'
import path from 'node:path'
import { functionEnvironments } from '../../scripts/function-environments'
import { buildFunctions, functionsRoot } from '../../scripts/functions'
import { inRoot } from '../../scripts/paths'
import { createCloudbase } from '../../simulator/cloudbase/cloudbase'
import { sdkEnvironment } from '../../simulator/cloudbase/environment'
import { callFunctionInvocation } from '../../simulator/cloudbase/events'
import {
  createSimulator,
  loadCompany,
  seedCompany,
  type Company,
} from '../../simulator/wecom/wecom'
import { median, rounded, type Bench } from '../bench'
import { largeCompanyFile, size } from '../simulator/company'

const signIns = 200
const membersOfEachTag = 1000

/** Whether identity costs more in a large company: it must never go through all who work there. */
export const largeCompanyBench: Bench = {
  name: 'large-company',
  heading: ['', 'goal', `of ${seedCompany().members.length} members`, `of ${size.members}`],
  async rows() {
    await buildFunctions()
    const small = await measure(seedCompany())
    const large = await measure(largeCompany())
    const row = (what: string, goal: string, of: (measured: Measured) => number) => [
      what,
      goal,
      rounded(of(small)),
      rounded(of(large)),
    ]
    return [
      row('the very first sign-in, ms', '', ({ veryFirst }) => veryFirst),
      row('the first of a later process, ms', '', ({ each: [first = NaN] }) => first),
      row('each of the next, ms', '', ({ each }) => median(each.slice(1))),
      row('memory of the process, MB', '120', ({ memory }) => memory / megabyte),
      row('the most that it ever was, MB', '120', ({ heaviest }) => heaviest / megabyte),
      row('calls of WeCom for all of them', '', ({ calls }) => calls),
    ]
  },
}

const megabyte = 1024 * 1024

interface Measured extends Run {
  /** Ms of the sign-in that finds neither departments nor tags in the store. */
  veryFirst: number
  calls: number
}

/** One process. */
interface Run {
  /** Ms of each sign-in, one after the other. */
  each: number[]
  /** Bytes, at the end and at most. */
  memory: number
  heaviest: number
}

/** The large company, with as many people in each tag as a company of that size has. */
const largeCompany = (): Company => {
  const company = loadCompany(largeCompanyFile(), 'large.json')
  const tags = company.tags.map((tag, at) => ({
    ...tag,
    members: company.members
      .slice(at * 400, at * 400 + membersOfEachTag)
      .map(({ userId }) => userId),
  }))
  return { ...company, tags }
}

const measure = async (company: Company): Promise<Measured> => {
  let calls = 0
  const simulator = createSimulator({ company, limits: 'off', onRequest: () => void calls++ })
  const wecom = await simulator.listen()
  const cloudbase = createCloudbase({
    functionsRoot,
    functions: {},
    routes: {},
    database: { collections: ['gongpai_store'] },
  })
  const database = await cloudbase.listen()
  const [app] = company.apps
  const environments = functionEnvironments({
    WECOM_CORP_ID: company.corpId,
    WECOM_AGENT_ID: String(app?.agentId),
    WECOM_CORP_SECRET: app?.secret ?? '',
    WECOM_API_BASE: wecom.url,
    // Every tag is a role.
    ROLES: JSON.stringify(
      Object.fromEntries(company.tags.map(({ id }) => [`role-${id}`, { tagIds: [id] }])),
    ),
    ...sdkEnvironment(database.url, 'bench'),
  })
  const env = environments['identity']?.environment ?? {}
  const codes = codesOf(company, simulator)
  try {
    const before = await signInAll(env, codes.slice(0, 1))
    const after = await signInAll(env, codes.slice(1))
    const heaviest = Math.max(before.heaviest, after.heaviest)
    return { ...after, veryFirst: before.each[0] ?? NaN, heaviest, calls }
  } finally {
    await wecom.close()
    await database.close()
  }
}

const codesOf = (company: Company, { issueCode }: ReturnType<typeof createSimulator>): string[] => {
  const people = company.members.filter(({ status, departments }) => {
    return status === 1 && !departments.includes(13)
  })
  return Array.from({ length: signIns }, (_, at) => {
    const { userId = '' } = people[(at * 9973) % people.length] ?? {}
    return issueCode({ platform: 'wecom', userId })
  })
}

// What Node gives itself in a container of 256 MB, as measured in one: on a large machine it lets garbage
// lie for longer.
const heapOfSmallContainer = ['--max-old-space-size=256', '--max-semi-space-size=1']

const target = { functionName: 'identity', envId: 'bench', timeoutMs: 1000, memoryMb: 256 }
const caller = { appId: 'wx0', openId: 'o0', source: 'wx_client', address: '127.0.0.1' }

const signInAll = (env: Readonly<Record<string, string>>, codes: readonly string[]): Promise<Run> =>
  new Promise((resolve, reject) => {
    const { context } = callFunctionInvocation({ ...target, now: Date.now }, {}, caller)
    const child = spawn(
      process.execPath,
      [
        ...heapOfSmallContainer,
        inRoot('bench', 'large-company', 'sign-ins.cjs'),
        path.join(functionsRoot, 'identity', 'index.js'),
        JSON.stringify(context),
        JSON.stringify(codes),
      ],
      { env, stdio: ['ignore', 'ignore', 'pipe'] },
    )
    let text = ''
    child.stderr.on('data', (chunk) => (text += chunk))
    child.on('exit', (code) =>
      code === 0 ? resolve(JSON.parse(text) as Run) : reject(new Error(text)),
    )
  })
