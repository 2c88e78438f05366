import { spawn } from 'node:child_process'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { inRoot } from '../../scripts/paths'
import { createSimulator, loadCompany, type Company } from '../../simulator/wecom/wecom'
import { median, rounded, type Bench } from '../bench'
import { credentialsOf, largeCompanyFile, size } from './company'

/** Whether the simulator stays out of the way of whoever works with it, in a large company too. */
export const simulatorBench: Bench = {
  name: 'simulator',
  heading: ['', 'goal', 'measured', 'beside'],
  async rows() {
    const file = largeCompanyFile()
    const [company, loadMs] = timed(() => loadCompany(file, 'large.json'))
    const [simulator, startMs] = timed(() => createSimulator({ company, limits: outOfReach }))
    const { url, close } = await simulator.listen()
    const bare = await startBareServer()
    try {
      const api = await createClient(url, company)
      const user = api.address('user/get', { userid: 'employee99999' })
      const departments = api.address('department/list')
      const perRequestMs = await loaded(user, 20_000)
      const bareMs = await loaded(bare.url, 20_000)
      const [started, processStarted] = await startedMs()
      const wholeProcess = `${rounded(processStarted)} with Node itself and TypeScript read as it is`
      return [
        ['made until it answers, in a fresh process, ms', '300', rounded(started), wholeProcess],
        [
          'user/get, requests/s of one core',
          '5 000',
          rounded(1000 / perRequestMs),
          `${rounded(1000 / bareMs)} of a bare node:http server`,
        ],
        [`${size.members} members from a JSON file, ms`, '3 000', rounded(loadMs + startMs), ''],
        ['user/get among them, ms', '1', rounded(await medianMs(user, 300)), ''],
        [
          `department/list of ${size.departments}, ms`,
          '200',
          rounded(await medianMs(departments, 30)),
          '',
        ],
      ]
    } finally {
      await close()
      bare.close()
    }
  },
}

// Counted as ever, but never reached: a refusal would be quicker than an answer.
const outOfReach = { scale: 1000 }

const timed = <T>(run: () => T): [T, number] => {
  const startedAt = performance.now()
  const result = run()
  return [result, performance.now() - startedAt]
}

const createClient = async (url: string, company: Company) => {
  const credentials = new URLSearchParams(credentialsOf(company))
  const reply = (await (await fetch(`${url}/cgi-bin/gettoken?${credentials}`)).json()) as {
    access_token: string
  }
  return {
    address: (path: string, query: Record<string, string> = {}) =>
      `${url}/cgi-bin/${path}?${new URLSearchParams({ access_token: reply.access_token, ...query })}`,
  }
}

const medianMs = async (address: string, times: number): Promise<number> => {
  const each: number[] = []
  for (let n = 0; n < times; n++) {
    const startedAt = performance.now()
    await (await fetch(address)).arrayBuffer()
    each.push(performance.now() - startedAt)
  }
  return median(each)
}

/** Milliseconds of one request while another process asks as fast as it can. */
const loaded = async (address: string, times: number): Promise<number> =>
  Number(await run([inRoot('bench', 'simulator', 'load.cjs'), address, `${times}`]))

/** From its making to its first answer, and from the start of its process. */
const startedMs = async (): Promise<[fromMaking: number, fromProcess: number]> => {
  const fromMaking: number[] = []
  const fromProcess: number[] = []
  for (let n = 0; n < 5; n++) {
    const printed = await run(['--require', 'tsx/cjs', inRoot('bench', 'simulator', 'start.ts')])
    const [made = NaN, began = NaN] = JSON.parse(printed) as number[]
    fromMaking.push(made)
    fromProcess.push(began)
  }
  return [median(fromMaking), median(fromProcess)]
}

/** What a child process writes to its standard error. */
const run = (parameters: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'pipe'] })
    let text = ''
    child.stderr.on('data', (chunk) => (text += chunk))
    child.on('exit', (code) => (code === 0 ? resolve(text) : reject(new Error(text))))
  })

const startBareServer = async () => {
  const body = JSON.stringify({ errcode: 0, errmsg: 'ok', userid: 'employee99999', name: '员工' })
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
