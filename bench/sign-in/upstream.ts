import http from 'node:http'
import type { AddressInfo } from 'node:net'

// Canned on purpose: what is measured is the one who asks.
const answers: Record<string, object> = {
  '/cgi-bin/gettoken': { errcode: 0, access_token: 'token', expires_in: 7200 },
  '/cgi-bin/miniprogram/jscode2session': {
    errcode: 0,
    corpid: 'wwBENCH',
    userid: 'zhangsan',
    session_key: 'kJtdi6RF+Dv67QkbLlPGjw==',
  },
  '/cgi-bin/user/get': {
    errcode: 0,
    userid: 'zhangsan',
    name: '张三',
    department: [3],
    is_leader_in_dept: [1],
    main_department: 3,
    position: '高级后台工程师',
    status: 1,
  },
  '/cgi-bin/department/list': {
    errcode: 0,
    department: [
      { id: 1, name: '启明科技', parentid: 0 },
      { id: 3, name: '平台部', parentid: 1 },
    ],
  },
}

/** A WeCom that answers at once and always the same. */
export const startBenchUpstream = async () => {
  const bodies = new Map(
    Object.entries(answers).map(([path, body]) => [path, JSON.stringify(body)]),
  )
  const server = http.createServer(({ url = '' }, response) => {
    response.end(bodies.get(url.split('?')[0] ?? '') ?? '{"errcode":40058}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
