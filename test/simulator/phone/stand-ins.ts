import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createPhone, type PhoneOptions } from '../../../simulator/phone'

/** What the phone's neighbours were asked, and how to make the cloud's log speak. */
export interface Neighbours {
  url: string
  logins: Record<string, unknown>[]
  cloudCalls: Record<string, unknown>[]
  requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[]
  /** Whether the server has exchanged the code of the last login. */
  setExchanged(isExchanged: boolean): void
  log(event: object): void
  close(): Promise<void>
}

const COMPANY = {
  corps: [
    {
      corpId: 'ww1',
      corpName: '启明科技',
      own: true,
      departments: [
        { id: 1, name: '启明科技', parentId: 0 },
        { id: 2, name: '研发中心', parentId: 1 },
        { id: 3, name: '市场部', parentId: 1 },
      ],
      members: [
        member('zhangsan', '张三', '高级后台工程师', 2),
        member('lisi', '李四', '产品经理', 2),
        member('wangwu', '王五', '已停用的同事', 3, { status: 2 }),
        member('zhaoliu', '赵六', '离职', 3, { status: 5 }),
        member('sunqi', '孙七', '实习生', 3, { status: 4 }),
        member('zhouba', '周八', '顾问', 1, { visible: false }),
        member('xss', '<img src=x onerror="document.title=1">', '"><script>', 3),
      ],
    },
    {
      corpId: 'ww2',
      corpName: '远方公司',
      own: false,
      departments: [{ id: 1, name: '远方公司', parentId: 0 }],
      members: [member('zhangsan', '外来张三', '访客', 1)],
    },
  ],
}

function member(userId: string, name: string, position: string, department: number, more = {}) {
  const departmentIds = [department]
  return { userId, name, position, departmentIds, status: 1, visible: true, ...more }
}

/** Serves the phone with the smallest possible neighbours behind it, all on one free port. */
export async function serveWithNeighbours(options: Omit<PhoneOptions, 'appId'>) {
  const logins: Neighbours['logins'] = []
  const cloudCalls: Neighbours['cloudCalls'] = []
  const requests: Neighbours['requests'] = []
  const readers = new Set<ServerResponse>()
  let isExchanged = false
  const phone = createPhone({ appId: 'wx0123456789abcdef', ...options })

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    if (await phone.handle(request, response)) return
    const url = request.url ?? '/'
    if (url === '/_cloud/log') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': log\n\n')
      readers.add(response)
      return
    }
    let body = ''
    for await (const chunk of request) body += String(chunk)
    response.setHeader('content-type', 'application/json')
    if (url === '/_sim/company') return void response.end(JSON.stringify(COMPANY))
    if (url === '/_sim/client/login') {
      logins.push(JSON.parse(body))
      return void response.end(JSON.stringify({ code: `secret-code-${logins.length}` }))
    }
    if (/^\/_sim\/client\/(check-session|sealed|picture)$/.test(url)) {
      if (!isExchanged) {
        response.statusCode = 409
        return void response.end(JSON.stringify({ error: 'no session or expired' }))
      }
      const { kind } = JSON.parse(body) as { kind?: string }
      if (url.endsWith('check-session')) response.end(JSON.stringify({ expireIn: 60 }))
      else if (url.endsWith('sealed'))
        response.end(JSON.stringify({ encryptedData: `sealed ${kind}`, iv: 'iv' }))
      else response.end(JSON.stringify({ [String(kind)]: `${neighbours.url}/picture/0` }))
      return
    }
    if (url === '/_cloud/callFunction') {
      cloudCalls.push(JSON.parse(body))
      const failed = cloudCalls.at(-1)?.name === 'broken'
      const reply = failed
        ? { errCode: -504002, errMsg: 'functions execute fail' }
        : { result: { hello: cloudCalls.at(-1)?.name }, requestId: 'r1' }
      return void response.end(JSON.stringify(reply))
    }
    requests.push({ method: request.method ?? '', url, headers: request.headers, body })
    if (url.startsWith('/slow')) return
    response.statusCode = url.startsWith('/teapot') ? 418 : 200
    response.setHeader('x-seen', 'yes')
    response.end(url.startsWith('/plain') ? 'plain text' : JSON.stringify({ url }))
  }
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const neighbours: Neighbours = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    logins,
    cloudCalls,
    requests,
    setExchanged: (now) => void (isExchanged = now),
    log: (event) => readers.forEach((reader) => reader.write(`data: ${JSON.stringify(event)}\n\n`)),
    async close() {
      await phone.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return neighbours
}
