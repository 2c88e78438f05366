// npm run simulate [-- --port 9000 --seed company.yaml]: the WeCom alone, for whatever client you point at it.
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createSimulator, loadCompany, seedCompany } from '../simulator/wecom/wecom'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8788' },
    seed: { type: 'string' },
    'accept-any-code-as': { type: 'string' },
    'no-limits': { type: 'boolean', default: false },
  },
})

const run = async () => {
  const company = values.seed
    ? loadCompany(readFileSync(values.seed, 'utf8'), values.seed)
    : seedCompany()
  const acceptAnyCodeAs = values['accept-any-code-as']
  const simulator = createSimulator({
    company,
    ...(acceptAnyCodeAs && { acceptAnyCodeAs }),
    ...(values['no-limits'] && { limits: 'off' }),
  })
  const { url, close } = await simulator.listen(Number(values.port))
  console.log(`${company.name}\n  base URL    ${url}\n  corpid      ${company.corpId}`)
  for (const { name, agentId, secret } of company.apps) {
    console.log(`  ${name}  agentid ${agentId}  corpsecret ${secret}`)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => process.exit(0)))
  }
}

run().catch((error: Error) => {
  console.error(error.message)
  process.exitCode = 1
})
