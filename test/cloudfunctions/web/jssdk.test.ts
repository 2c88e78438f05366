import { createHash } from 'node:crypto'
import { web } from '../../../cloudfunctions/web/define'
import { createBrowser, openSite, site, type Site } from './visitor'

interface Signed {
  timestamp: number
  nonceStr: string
  signature: string
}
interface Answer {
  data: { corpId: string; agentId: number; config: Signed; agentConfig: Signed }
}

let at: Site
beforeEach(async () => {
  at = await openSite()
})
afterEach(() => at.close())

const signedIn = async (main = at.main) => {
  const browser = createBrowser(main, at.wecom.url, 'zhangsan')
  await browser.visit('/web/')
  return (url: string) => browser.get(`/web/jssdk?url=${encodeURIComponent(url)}`)
}

const signature = (ticket: unknown, { nonceStr, timestamp }: Signed, url: string) =>
  createHash('sha1')
    .update(`jsapi_ticket=${String(ticket)}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${url}`)
    .digest('hex')

const asked = (path: string) =>
  at.lines.filter((line) => line.includes('"upstream"') && line.includes(path)).length

test('a page gets both signatures, each of its own ticket, for its address to the letter', async () => {
  const url = `${site}/web/?month=11&of=%E6%9D%8E`
  const { statusCode, body } = await (await signedIn())(url)
  const { data } = JSON.parse(body) as Answer
  const corp = await at.wecom.read('get_jsapi_ticket')
  const app = await at.wecom.read('ticket/get', { type: 'agent_config' })
  expect(statusCode).toBe(200)
  expect([corp.errcode, app.errcode, corp['ticket'] === app['ticket']]).toEqual([0, 0, false])
  expect(data).toMatchObject({ corpId: 'ww5eed000000000001', agentId: 1000002 })
  expect(data.config.signature).toBe(signature(corp['ticket'], data.config, url))
  expect(data.agentConfig.signature).toBe(signature(app['ticket'], data.agentConfig, url))
  expect(data.config.timestamp).toBe(Math.floor(at.clock.now() / 1000))
  expect(data.config.nonceStr).not.toBe(data.agentConfig.nonceStr)
})

test('all instances share a ticket, and no page or log line shows one', async () => {
  for (const main of [at.main, at.instance('web', web)]) {
    const ask = await signedIn(main)
    const answers = await Promise.all([ask(`${site}/web/`), ask(`${site}/web/payroll`)])
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    const { ticket } = await at.wecom.read('get_jsapi_ticket')
    expect(JSON.stringify([answers, at.lines])).not.toContain(ticket)
  }
  expect([asked('/cgi-bin/get_jsapi_ticket'), asked('/cgi-bin/ticket/get')]).toEqual([1, 1])
})

test.each([
  ['another site', 'https://evil.example/'],
  ['a name that begins like ours', `${site}.evil.example/`],
  ['somebody before an @', `${site}@evil.example/`],
  ['another scheme', 'http://badge.example.com/'],
  ['no page', site],
  ['a fragment', `${site}/web/#part`],
  ['a line break', `${site}/web/\n`],
  ['nothing', ''],
])('nothing is signed for %s', async (_, url) => {
  const { statusCode, body } = await (await signedIn())(url)
  expect([statusCode, body.includes('signature')]).toEqual([400, false])
  expect([asked('/cgi-bin/get_jsapi_ticket'), asked('/cgi-bin/ticket/get')]).toEqual([0, 0])
})

test('nothing is signed for whoever is not known', async () => {
  const stranger = createBrowser(at.main, at.wecom.url, 'zhangsan')
  const { statusCode } = await stranger.get(`/web/jssdk?url=${encodeURIComponent(`${site}/web/`)}`)
  expect(statusCode).toBe(401)
})
