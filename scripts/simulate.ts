// npm run simulate [-- --port 9000 --seed company.yaml]: the WeCom alone, for whatever client you point at it.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readChoices } from '../simulator/wecom/choices'
import { createSimulator, loadCompany, seedCompany } from '../simulator/wecom/wecom'

const usage = `npm run simulate -- [选项 options]
  --port N                    端口 the port, 0 for a free one; 8788
  --seed FILE                 你自己的企业 your own company, JSON or YAML
  --choice NAME=ANSWER        文档没有说定的 what the documents leave open; may be given again
  --token-seconds N           access_token 的有效期 its life; 7200
  --trusted-ip-seconds N      可信 IP 多久生效 how long a change of trusted IPs takes; 0
  --limit-scale N             频率上限的倍数 the limits times N: 0.001 to meet them soon
  --no-limits                 不限频率 as often as you like
  --accept-any-code-as USERID 接受 DevTools 的任何 code sign every code in as this member`

const readOptions = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8788' },
      seed: { type: 'string' },
      choice: { type: 'string', multiple: true, default: [] },
      'token-seconds': { type: 'string', default: '7200' },
      'trusted-ip-seconds': { type: 'string', default: '0' },
      'limit-scale': { type: 'string', default: '1' },
      'no-limits': { type: 'boolean', default: false },
      'accept-any-code-as': { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  const number = (name: 'token-seconds' | 'trusted-ip-seconds' | 'limit-scale'): number => {
    const value = Number(values[name])
    if (Number.isFinite(value) && value >= 0) return value
    throw new Error(`--${name} 应为数字。 --${name} must be a number from 0.`)
  }
  const port = Number(values.port)
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) {
    throw new Error('--port 应为 0 到 65535。 --port must be 0 to 65535.')
  }
  return { ...values, port, number }
}

const companyIn = (file: string) => {
  if (!existsSync(file)) throw new Error(`没有这个文件：${file}。 There is no such file.`)
  return loadCompany(readFileSync(file, 'utf8'), file)
}

const run = async () => {
  const options = readOptions()
  if (options.help) return console.log(usage)
  const { number, port, seed, 'accept-any-code-as': acceptAnyCodeAs } = options
  const company = seed ? companyIn(seed) : seedCompany()
  const simulator = createSimulator({
    company,
    choices: readChoices(options.choice),
    tokenLifeSeconds: number('token-seconds'),
    trustedIpDelaySeconds: number('trusted-ip-seconds'),
    limits: options['no-limits'] ? 'off' : { scale: number('limit-scale') },
    ...(acceptAnyCodeAs && { acceptAnyCodeAs }),
  })
  const { url, close } = await simulator.listen(port)
  console.log(`${company.name}\n  base URL    ${url}\n  corpid      ${company.corpId}`)
  for (const { name, agentId, secret } of company.apps) {
    console.log(`  ${name}  agentid ${agentId}  corpsecret ${secret}`)
  }
  console.log(`  打开 open    ${url}/_sim/`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)))
  }
}

run().catch(({ code, message }: NodeJS.ErrnoException) => {
  const isPortTaken = code === 'EADDRINUSE'
  const isUsage = code?.startsWith('ERR_PARSE_ARGS')
  console.error(
    isPortTaken ? '端口已被占用，用 --port 换一个。 The port is taken; try another.' : message,
  )
  if (isUsage) console.error(usage)
  process.exitCode = 1
})
