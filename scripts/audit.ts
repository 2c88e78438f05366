// npm run audit -- --since 7d: who signed in, who was shut out, and why.
//   --user USERID  only what concerns this person     --json  one line of JSON for each record
//   --company FILE the company that npm start was given, for the records of this machine
// With STORE=redis and REDIS_URL it reads from there; with TCB_ENV and CLOUDBASE_APIKEY from the cloud; with
// none of them what npm start has kept on this machine. WECOM_CORP_ID and WECOM_AGENT_ID say of which app.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readAudit } from '../cloudfunctions/shared/audit/read-audit'
import { loadConfig } from '../cloudfunctions/shared/runtime/config'
import type { Store } from '../cloudfunctions/shared/store/store'
import { createCloudbase } from '../simulator/cloudbase/cloudbase'
import { sdkEnvironment } from '../simulator/cloudbase/environment'
import { loadCompany, seedCompany, type Company } from '../simulator/wecom/wecom'
import { auditLine, sinceOf } from './audit-lines'
import { databaseFileOf } from './local-database'
import { openPatientStore } from './patient-store'

const { values } = parseArgs({
  options: {
    since: { type: 'string', default: '1d' },
    user: { type: 'string' },
    json: { type: 'boolean', default: false },
    company: { type: 'string' },
  },
})

/** Where the records lie, and what their keys begin with. */
interface Records {
  store: Store
  keyPrefix: string
}

const openRemote = (): Records => {
  const { store, app } = loadConfig(process.env, ['store', 'app'])
  return { store: openPatientStore(store), keyPrefix: `${app.corpId}:${app.agentId}` }
}

const readCompany = (): Company =>
  values.company === undefined
    ? seedCompany()
    : loadCompany(readFileSync(values.company, 'utf8'), values.company)

/** The file of `npm start`, by the SDK, through a database that lives as long as this command. */
const openLocal = async (): Promise<Records> => {
  const company = readCompany()
  const app = company.apps.find(({ miniProgram }) => miniProgram) ?? company.apps[0]
  const file = databaseFileOf(company)
  if (!existsSync(file)) {
    throw new Error(
      '这台机器上还没有记录：先 npm start。 No records on this machine yet: npm start.',
    )
  }
  const cloudbase = createCloudbase({
    functionsRoot: '.',
    functions: {},
    routes: {},
    database: { file },
  })
  const { url } = await cloudbase.listen()
  Object.assign(process.env, sdkEnvironment(url, 'local'))
  return {
    store: openPatientStore({ engine: 'cloudbase' }),
    keyPrefix: `${process.env.WECOM_CORP_ID ?? company.corpId}:${process.env.WECOM_AGENT_ID ?? app?.agentId}`,
  }
}

const run = async () => {
  const since = sinceOf(values.since, Date.now())
  const isRemote = process.env.STORE === 'redis' || process.env.TCB_ENV !== undefined
  const { store, keyPrefix } = isRemote ? openRemote() : await openLocal()
  const { user: userId } = values
  let count = 0
  for await (const record of readAudit({ store, keyPrefix, since, ...(userId && { userId }) })) {
    console.log(values.json ? JSON.stringify(record) : auditLine(record))
    count += 1
  }
  if (count === 0 && !values.json) console.log('没有记录。 No records.')
}

// The engine's connection would keep the command alive: it ends when its work is done.
run().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
