import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createSimulator } from '../../../simulator/wecom/wecom'
import { company, corpId, start, secret } from './running'

const insideServer = async (ask: (url: string) => Promise<void>, host = '127.0.0.1') => {
  const simulator = createSimulator()
  const server = createServer((request, response) => {
    void simulator.handle(request, response).then((handled) => {
      if (!handled) response.writeHead(418).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  try {
    await ask(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

test('inside another server it takes /cgi-bin/ and /_sim/ and leaves the rest', async () => {
  await insideServer(async (url) => {
    expect((await fetch(`${url}/cgi-bin/gettoken`)).status).toBe(200)
    expect((await fetch(`${url}/_sim/company`)).status).toBe(200)
    for (const path of ['/', '/cgi-bin', '/_sim', '/api/identity', '/x/cgi-bin/gettoken']) {
      expect((await fetch(url + path)).status).toBe(418)
    }
  })
})

test('behind a listener for IPv6 and IPv4 the caller is still 127.0.0.1', async () => {
  await insideServer(async (url) => {
    const reply = (await (await fetch(`${url}/cgi-bin/gettoken`)).json()) as { errmsg: string }
    expect(reply.errmsg).toContain('from ip: 127.0.0.1,')
    expect((await fetch(`${url}/_sim/company`)).status).toBe(200)
  }, '::')
})

test('alone it listens on 127.0.0.1, leads to its page, and answers 404 elsewhere', async () => {
  const wecom = await start()
  expect(wecom.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  for (const path of ['/', '/_sim']) {
    expect(await (await fetch(wecom.url + path)).text()).toContain('企业微信模拟器')
  }
  const elsewhere = await fetch(`${wecom.url}/elsewhere`)
  expect([elsewhere.status, await elsewhere.text()]).toEqual([
    404,
    expect.stringContaining('/_sim/'),
  ])
  await wecom.close()
  await expect(fetch(`${wecom.url}/`)).rejects.toThrow()
})

test('it does not start in production', () => {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    expect(() => createSimulator()).toThrow('NODE_ENV=production')
  } finally {
    process.env['NODE_ENV'] = before
  }
})

test('two simulators share nothing, and neither changes the company it was given', async () => {
  const given = company()
  const [one, two] = [await start({ company: given }), await start({ company: given })]
  one.editMember('zhangsan', { name: '张三丰' })
  const access_token = await two.accessToken()
  expect(await two.api('user/get', { access_token, userid: 'zhangsan' })).toMatchObject({
    name: '张三',
  })
  const foreign = await one.api('user/get', { access_token, userid: 'zhangsan' })
  expect(foreign.errcode).toBe(40014)
  expect(given).toEqual(company())
  await Promise.all([one.close(), two.close()])
})

test('a string for nobody, an app or a corp that is not there: the mistake is named', () => {
  const simulator = createSimulator()
  expect(() => simulator.issueCode({ platform: 'wecom', userId: 'nobody' })).toThrow('"nobody"')
  expect(() => simulator.editMember('nobody', {})).toThrow('no member nobody')
  expect(() => simulator.setApp({}, { agentId: 7 })).toThrow('no app 7')
  expect(() => simulator.invalidateTokens('ww0', 7)).toThrow('no corp ww0')
  expect(() => createSimulator({ acceptAnyCodeAs: 'nobody' })).toThrow('"acceptAnyCodeAs"')
  expect(() => createSimulator({ tokenLifeSeconds: 0 })).toThrow('"tokenLifeSeconds"')
})

test('the randomness is a parameter', async () => {
  const wecom = await start({ random: (bytes) => Buffer.alloc(bytes, 7) })
  const reply = await wecom.api('gettoken', { corpid: corpId, corpsecret: secret })
  expect(reply['access_token']).toBe(Buffer.alloc(160, 7).toString('base64url'))
  await wecom.close()
})
