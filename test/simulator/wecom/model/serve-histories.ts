import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Simulator } from '../../../../simulator/wecom/wecom'

/** One server for every history of a suite; each history puts a simulator of its own behind it. */
export interface Served {
  simulator: Simulator | undefined
  url: string
  /** Keeps its connections: a history takes milliseconds. */
  agent: http.Agent
}

/** Starts before the suite that calls this, and ends after it. */
export const serveHistories = (): Served => {
  const served: Served = {
    simulator: undefined,
    url: '',
    agent: new http.Agent({ keepAlive: true }),
  }
  const server = http.createServer((request, response) => {
    void served.simulator?.handle(request, response)
  })
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => {
    served.agent.destroy()
    server.close()
  })
  return served
}
