import { readFileSync } from 'node:fs'
import { createCloudbase, type Cloudbase } from '../simulator/cloudbase/cloudbase'
import { problemLine } from '../simulator/phone/compile/problems'
import { createPhone, type Phone, type PhoneOptions } from '../simulator/phone/phone'
import type { App, Company } from '../simulator/wecom/company/company'
import { createSimulator, type Simulator } from '../simulator/wecom/wecom'
import { domainProofPath, functionEnvironments, functionRoutes } from './function-environments'
import { functionsRoot } from './functions'
import { connectCallbacks } from './local-callbacks'
import { trustLocalPages } from './local-pages'
import { inRoot } from './paths'
import { startServer } from './server'

export type Environment = Readonly<Record<string, string>>

export interface StackOptions {
  /** 0 takes a free one. */
  port: number
  /** The company of the simulated WeCom. */
  company: Company
  /** Set for the functions over what is made here; with WECOM_CORP_ID the WeCom is a real one. */
  environment?: Environment
  /** Every code from elsewhere signs in as this member: for a real WeChat DevTools. */
  acceptAnyCodeAs?: string
  /** Rebuild and reload the preview when the source of the mini program changes. */
  watch?: boolean
  /** Let clients of WeChat DevTools' automation protocol drive the preview. */
  automation?: PhoneOptions['automation']
  /** Let the timers of the functions come due. */
  hasTimers?: boolean
  onProblem?: (problem: string) => void
  /** Calls that one instance of a function works on at once. */
  concurrency?: number
  maximumInstances?: number
  /** Where the built functions are. */
  functionsRoot?: string
  /** Keeps the database of the cloud in this file; without it, it ends with the stack. */
  databaseFile?: string
}

export interface Stack {
  url: string
  cloudbase: Cloudbase
  /** Absent when the WeCom is a real one. */
  simulator: Simulator | undefined
  /** What `automator.connect` takes, where the preview may be driven. */
  wsEndpoint: string | undefined
  /** What each function is told. */
  functions: Readonly<Record<string, { environment: Environment }>>
  close(): Promise<void>
}

/** Everything on one port: a WeCom, the cloud with the built functions, and the phone in the browser. */
export const startStack = async (options: StackOptions): Promise<Stack> => {
  const { port, company, environment = {}, acceptAnyCodeAs, watch = false, onProblem } = options
  const usesRealWecom = Boolean(environment.WECOM_CORP_ID?.trim())
  const simulator = usesRealWecom
    ? undefined
    : createSimulator({ company, ...(acceptAnyCodeAs && { acceptAnyCodeAs }) })
  const parts: { close(): unknown }[] = []
  let cloudbase: Cloudbase | undefined
  let phone: Phone | undefined
  let functions: Stack['functions'] = {}

  const server = await startServer(port, (url) => {
    const simulated = simulator ? simulatedEnvironment(simulator, company, url) : {}
    functions = functionEnvironments({ ...simulated, ...environment })
    cloudbase = createCloudbase({
      functionsRoot: options.functionsRoot ?? functionsRoot,
      functions,
      routes: { ...functionRoutes(), ...domainProofPath(environment) },
      url,
      ...(options.hasTimers !== undefined && { hasTimers: options.hasTimers }),
      database: {
        collections: databaseCollections(),
        ...(options.databaseFile && { file: options.databaseFile }),
      },
      ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
      ...(options.maximumInstances !== undefined && { maximumInstances: options.maximumInstances }),
    })
    phone = createPhone({
      root: inRoot('miniprogram'),
      appId: usesRealWecom ? readAppId() : (appOf(company).miniProgram?.appId ?? readAppId()),
      ...(usesRealWecom ? {} : { appName: appOf(company).name }),
      ownCorpId: environment.WECOM_CORP_ID || company.corpId,
      // The mini program's own configuration names 8787, whatever the port is here.
      hosts: { [developmentBase]: url },
      cloudEnvId: 'local',
      watch,
      ...(options.automation && { automation: options.automation }),
      ...(onProblem && { onProblem: (problem) => onProblem(problemLine(problem)) }),
    })
    parts.push(cloudbase, phone)
    return [cloudbase.handle, ...(simulator ? [simulator.handle] : []), phone.handle]
  })
  if (!cloudbase || !phone) throw new Error('the server started without its parts')
  const close = async () => {
    for (const part of parts) await part.close()
    await server.close()
  }
  const automation = await phone.automation().catch(async (error: NodeJS.ErrnoException) => {
    await close()
    if (error.code !== 'EADDRINUSE') throw error
    throw new Error('端口已被占用，请换一个：--automation=9421  The port is taken; try another.')
  })

  return {
    url: server.url,
    cloudbase,
    simulator,
    wsEndpoint: automation?.wsEndpoint,
    functions,
    close,
  }
}

/** What miniprogram/config.ts calls while it is being developed. */
const developmentBase = 'http://127.0.0.1:8787'

const appOf = ({ name, apps }: Company): App => {
  const app = apps.find(({ miniProgram }) => miniProgram) ?? apps[0]
  if (!app) throw new Error(`${name} has no app`)
  return app
}

/** What the example content of the workbench speaks of; the tags are those of 启明科技. */
const sampleRoles = {
  hr: { tagIds: [2], name: '人事' },
  lecturer: { tagIds: [1], name: '内部讲师' },
}

const simulatedEnvironment = (simulator: Simulator, company: Company, url: string): Environment => {
  const { corpId, name } = company
  const app = appOf(company)
  trustLocalPages(simulator, { company, app, url })
  return {
    WECOM_CORP_ID: corpId,
    WECOM_AGENT_ID: String(app.agentId),
    WECOM_CORP_SECRET: app.secret,
    WECOM_API_BASE: url,
    WECOM_AUTHORIZE_BASE: url,
    WECOM_LOGIN_BASE: url,
    PUBLIC_BASE_URL: url,
    CORP_NAME: name,
    ...connectCallbacks(simulator, { company, app, url }),
    ROLES: JSON.stringify(sampleRoles),
    ...(app.miniProgram && { MINIPROGRAM_APP_ID: app.miniProgram.appId }),
  }
}

/** What a person sets up in the console before the first deployment. */
const databaseCollections = (): string[] => {
  const rules = JSON.parse(
    readFileSync(inRoot('cloudfunctions', 'database-rules.json'), 'utf8'),
  ) as {
    collections: Record<string, unknown>
  }
  return Object.keys(rules.collections)
}

const readAppId = (): string => {
  const project = JSON.parse(readFileSync(inRoot('project.config.json'), 'utf8')) as {
    appid: string
  }
  return project.appid
}
