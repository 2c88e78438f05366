// npm run conform: holds the simulator against the list of what WeCom answers. With --live the same
// calls go to a WeCom of yours, and what differs is printed, without anything that is anybody's. Every
// call only reads. Ends with 0: no difference, 1: some, 2: it could not be run.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs, parseEnv } from 'node:util'
import { createSimulator, seedCompany } from '../simulator/wecom/wecom'
import { checks } from './conform/checks'
import { conform, Stopped } from './conform/conform'
import { fixtures, report, stopText } from './conform/report'
import { createAsk } from './conform/server'
import { inRoot } from './paths'

const usage = `npm run conform -- [选项 options]
  --live              你自己的企业微信 your own WeCom: WECOM_CORP_ID, WECOM_CORP_SECRET in .env.local
  --base-url URL      另一个地址 another address than WECOM_API_BASE; means --live
  --user USERID       用哪个成员 the member to read; otherwise the first that is listed
  --department ID     用哪个部门 the department to read; otherwise the first that is listed
  --save FILE         把差异存成 JSON the differences as JSON, redacted as they are printed
  --env FILE          变量文件 variables; .env.local`

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      live: { type: 'boolean', default: false },
      'base-url': { type: 'string' },
      user: { type: 'string' },
      department: { type: 'string' },
      save: { type: 'string' },
      env: { type: 'string', default: inRoot('.env.local') },
      help: { type: 'boolean', default: false },
    },
  })
  return values
}

const readEnvironment = (file: string): Record<string, string | undefined> => ({
  ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}),
  ...process.env,
})

/** Whom to ask, and as which app. */
interface Subject {
  baseUrl: string
  proxy?: string
  app: { corpId: string; secret: string; agentId?: string }
  close(): Promise<void>
}

const liveSubject = (options: { 'base-url'?: string | undefined; env: string }): Subject => {
  const environment = readEnvironment(options.env)
  const { WECOM_CORP_ID: corpId, WECOM_CORP_SECRET: secret, WECOM_AGENT_ID: agentId } = environment
  const { WECOM_API_BASE, WECOM_PROXY: proxy } = environment
  if (!corpId || !secret) {
    throw new Error(
      '缺少 WECOM_CORP_ID 或 WECOM_CORP_SECRET，见 .env.example。 Set both; see .env.example.',
    )
  }
  return {
    baseUrl: options['base-url'] || WECOM_API_BASE || 'https://qyapi.weixin.qq.com',
    ...(proxy && { proxy }),
    app: { corpId, secret, ...(agentId && { agentId }) },
    close: async () => undefined,
  }
}

const simulatorSubject = async (): Promise<Subject> => {
  const company = seedCompany()
  const [app] = company.apps
  if (!app) throw new Error('the seed company has no app')
  const { url, close } = await createSimulator({ company }).listen()
  const { agentId, secret } = app
  return { baseUrl: url, app: { corpId: company.corpId, secret, agentId: `${agentId}` }, close }
}

const run = async (): Promise<void> => {
  const options = readOptions()
  if (options.help) return console.log(usage)
  const isLive = options.live || options['base-url'] !== undefined
  const subject = isLive ? liveSubject(options) : await simulatorSubject()
  const { baseUrl, proxy, app } = subject
  try {
    const most = checks.length
    console.log(`最多 ${most} 次调用，都只读取。 ${most} calls at most; each only reads.\n`)
    const outcomes = await conform(createAsk({ baseUrl, ...(proxy && { proxy }) }), {
      ...app,
      ...(options.user && { userId: options.user }),
      ...(options.department && { departmentId: options.department }),
    })
    console.log(report(outcomes))
    if (options.save) writeFileSync(options.save, fixtures(outcomes))
    if (outcomes.some(({ differences }) => differences.length > 0)) process.exitCode = 1
  } finally {
    await subject.close()
  }
}

run().catch((error: Error) => {
  console.error(error instanceof Stopped ? stopText(error) : error.message)
  process.exitCode = 2
})
