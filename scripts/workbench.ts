// npm run workbench -- FILE: says what is wrong with a content file, by line. With --set it goes into
// the store, for a function that runs with WORKBENCH=store; that takes WECOM_CORP_ID, WECOM_AGENT_ID,
// STORE and REDIS_URL, or CLOUDBASE_APIKEY and TCB_ENV, from the environment.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadConfig } from '../cloudfunctions/shared/runtime/config'
import { contentKey } from '../cloudfunctions/workbench/content-source'
import { inRoot } from './paths'
import { openPatientStore } from './patient-store'
import { miniProgramPages } from './workbench/embed-content'
import { readContentFile } from './workbench/read-file'

const { values, positionals } = parseArgs({
  options: { set: { type: 'boolean', default: false } },
  allowPositionals: true,
})

// It stays until it is replaced; a store wants an end.
const tenYearsMs = 10 * 365 * 24 * 60 * 60 * 1000

const run = async () => {
  const [file = inRoot('cloudfunctions', 'workbench', 'content.yaml')] = positionals
  const read = readContentFile(readFileSync(file, 'utf8'), miniProgramPages())
  if ('problems' in read) {
    const lines = read.problems.map(
      ({ line, column, message }) => `${file}:${line}:${column} ${message}`,
    )
    throw new Error(lines.join('\n'))
  }
  if (values.set) {
    const { app, store } = loadConfig(process.env, ['app', 'store'])
    const key = contentKey(`${app.corpId}:${app.agentId}`)
    await openPatientStore(store).put(key, read.content, tenYearsMs)
  }
  console.log(values.set ? '已写入存储，半分钟内生效。 Written; shown within half a minute.' : '✓')
}

// The engine's connection would keep the command alive: it ends when its work is done.
run().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message)
    process.exit(1)
  },
)
