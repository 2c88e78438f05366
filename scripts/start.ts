// npm start: the whole of it on this machine, on one port.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs, parseEnv } from 'node:util'
import { loadCompany, seedCompany } from '../simulator/wecom/wecom'
import { buildFunctions } from './functions'
import { databaseFileOf } from './local-database'
import { inRoot } from './paths'
import { signInOverTheWire } from './sign-in'
import { startStack, type Environment, type Stack } from './stack'

const usage = `npm start -- [选项 options]
  --once                      登录一次后退出 sign one person in, print it, end (0 or 1)
  --as USERID                 以谁登录 who that is; zhangsan
  --code CODE                 真实企业微信的 jsCode, from DevTools or a phone
  --company FILE              你自己的企业 your own company, JSON or YAML
  --accept-any-code-as USERID 接受 DevTools 的任何 code sign every code in as this member
  --automation[=PORT]         可用 miniprogram-automator 驱动 let it drive the preview; 9420
  --env FILE                  变量文件 variables; .env.local
PORT=8787`

/** DevTools' own. */
const automationPort = '9420'

const readOptions = () => {
  const { values } = parseArgs({
    args: process.argv
      .slice(2)
      .map((given) => (given === '--automation' ? `--automation=${automationPort}` : given)),
    options: {
      once: { type: 'boolean', default: false },
      as: { type: 'string', default: 'zhangsan' },
      code: { type: 'string' },
      company: { type: 'string' },
      'accept-any-code-as': { type: 'string' },
      automation: { type: 'string' },
      env: { type: 'string', default: inRoot('.env.local') },
      help: { type: 'boolean', default: false },
    },
  })
  return values
}

/** Without the lines that are still as empty as in the example. */
const readEnvironment = (file: string): Environment => {
  const variables = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const filled = Object.entries(variables).filter(([, value]) => value?.trim())
  return Object.fromEntries(filled) as Environment
}

const say = (line = '') => console.log(line)

/** @returns whether it went well */
const trySignIn = async (stack: Stack, userId: string, code?: string): Promise<boolean> => {
  const { hops, employee } = await signInOverTheWire(stack, userId, code)
  for (const hop of hops) say(`  ${hop}`)
  if (employee) say(`\n${JSON.stringify(employee, null, 2)}\n`)
  return employee !== undefined
}

const run = async () => {
  const options = readOptions()
  if (options.help) return say(usage)
  const environment = readEnvironment(options.env)
  const company = options.company
    ? loadCompany(readFileSync(options.company, 'utf8'), options.company)
    : seedCompany()
  const acceptAnyCodeAs = options['accept-any-code-as']
  await buildFunctions(environment.STORE === 'redis' ? 'redis' : 'cloudbase')
  const stack = await startStack({
    port: options.once ? 0 : Number(process.env.PORT ?? environment.PORT ?? 8787),
    company,
    environment,
    watch: !options.once,
    hasTimers: !options.once,
    ...(!options.once && { databaseFile: databaseFileOf(company) }),
    onProblem: (problem) => console.error(problem),
    ...(options.automation && { automation: { port: Number(options.automation) } }),
    ...(acceptAnyCodeAs && { acceptAnyCodeAs }),
  })
  const isRealWithoutCode = !stack.simulator && options.code === undefined
  const wentWell = isRealWithoutCode || (await trySignIn(stack, options.as, options.code))
  if (options.once) {
    await stack.close()
    process.exitCode = wentWell && !isRealWithoutCode ? 0 : 1
    if (isRealWithoutCode) say('真实企业微信需要 --code。 A real WeCom needs --code.')
    return
  }
  if (!stack.simulator)
    say(`企业微信 WeCom: ${environment.WECOM_API_BASE ?? 'qyapi.weixin.qq.com'}`)
  say(`打开 open  ${stack.url}`)
  if (stack.wsEndpoint) say(`驱动 drive ${stack.wsEndpoint}`)
  process.once('SIGINT', () => void stack.close().then(() => process.exit(0)))
  process.once('SIGTERM', () => void stack.close().then(() => process.exit(0)))
}

run().catch((error: NodeJS.ErrnoException) => {
  const isPortTaken = error.code === 'EADDRINUSE'
  console.error(
    isPortTaken
      ? `端口已被占用，请换一个：PORT=8788 npm start  The port is taken; try another.`
      : error.message,
  )
  process.exitCode = 1
})
