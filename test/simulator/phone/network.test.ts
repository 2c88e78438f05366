import type { Browser, Page } from 'playwright-core'
import type { Net } from '../../../simulator/phone/choices'
import { describeInChromium, launchChromium } from '../../support/chromium'
import { callWx, openPhone, openWatched, until } from './browser'
import { openFramed, type Framed } from './framed'
import { serveWithNeighbours, type Neighbours } from './stand-ins'
import { FIXTURE } from './temporary-app'

const AN_HOUR = 3_600_000
const API = 'http://127.0.0.1:8787'
const DISCONNECTED =
  /^(request|qy\.login|login|cloud\.callFunction):fail net::ERR_INTERNET_DISCONNECTED$/

describeInChromium('the network of the phone', () => {
  let browser: Browser
  let neighbours: Neighbours
  let page: Page

  beforeAll(async () => {
    neighbours = await serveWithNeighbours({ root: FIXTURE, hosts: { [API]: '' } })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await neighbours.close()
  })
  beforeEach(async () => {
    neighbours.requests.length = 0
    ;({ page } = await openWatched(browser))
  })
  afterEach(() => page.context().close())

  const query = (more: string) => `as=zhangsan&page=pages/calls/calls&${more}`
  const open = (more: string) => openPhone(page, `${neighbours.url}/phone?${query(more)}`)
  const arrived = async (count: number) => {
    while (neighbours.requests.length < count) await page.evaluate('1')
  }

  test('without one nothing is sent, and every call of the kind says so', async () => {
    await open('host=wecom&net=offline')
    const logins = neighbours.logins.length
    for (const name of ['request', 'qy.login', 'login']) {
      const { errMsg } = await callWx(page, name, { url: `${API}/api` })
      expect(errMsg).toMatch(DISCONNECTED)
    }
    expect(await callWx(page, 'getNetworkType')).toMatchObject({ networkType: 'none' })
    expect(neighbours.logins).toHaveLength(logins)
    await open('host=wechat&net=offline')
    await page.evaluate('wx.cloud.init({})')
    expect((await callWx(page, 'cloud.callFunction', { name: 'a' })).errMsg).toMatch(DISCONNECTED)
    expect(neighbours.requests).toEqual([])
  })

  test.each([
    ['wifi', 'wifi'],
    ['3g', '3g'],
    ['2g', '2g'],
    ['anything', 'wifi'],
  ])('%s is told as %s', async (net, networkType) => {
    await open(`net=${net}`)
    expect(await callWx(page, 'getNetworkType')).toEqual({
      errMsg: 'getNetworkType:ok',
      networkType,
    })
  })

  test('2G takes its time before anything is sent', async () => {
    await page.clock.install({ time: 0 })
    await open('net=2g')
    await page.clock.pauseAt(AN_HOUR)
    await page.evaluate(
      `globalThis.answers = []; wx.request({ url: '${API}/api', complete: ({ errMsg }) => answers.push(errMsg) })`,
    )
    await page.clock.runFor(799)
    expect(neighbours.requests).toEqual([])
    await page.clock.runFor(1)
    await arrived(1)
    while (!(await page.evaluate('answers.length === 1'))) await page.clock.runFor(1)
    expect(await page.evaluate('answers')).toEqual(['request:ok'])
  })

  test('time runs out, and a request is given up, while a slow line is silent', async () => {
    await page.clock.install({ time: 0 })
    await open('net=2g')
    await page.clock.pauseAt(AN_HOUR)
    await page.evaluate(`
      globalThis.answers = []
      const complete = ({ errMsg }) => answers.push(errMsg)
      wx.request({ url: '${API}/api', timeout: 500, complete })
      wx.request({ url: '${API}/api', complete }).abort()`)
    await until(page, 'answers.length === 1')
    await page.clock.runFor(500)
    await until(page, 'answers.length === 2')
    await page.clock.runFor(1_000)
    expect(await page.evaluate('answers')).toEqual(['request:fail abort', 'request:fail timeout'])
    expect(neighbours.requests).toEqual([])
  })

  describe('changed from the page around it', () => {
    let framed: Framed
    const change = (net: Net) => framed.tell({ net })
    beforeEach(async () => {
      framed = await openFramed(page, neighbours.url, query('host=wecom'))
    })

    test('is told to who listens, and to nobody else', async () => {
      await framed.evaluate(`
        globalThis.heard = []
        globalThis.other = (status) => heard.push(['other', status])
        wx.onNetworkStatusChange((status) => heard.push(status))
        wx.onNetworkStatusChange(other)
        wx.offNetworkStatusChange(other)`)
      for (const net of ['wifi', 'offline', 'offline', '3g'] as const) await change(net)
      await framed.until('heard.length === 2')
      expect(await framed.evaluate('heard')).toEqual([
        { isConnected: false, networkType: 'none' },
        { isConnected: true, networkType: '3g' },
      ])
      await framed.evaluate('wx.offNetworkStatusChange()')
      await change('wifi')
      await framed.until('heard.length === 2')
    })

    test('what is on its way when it goes fails at once; what comes after it is back does not', async () => {
      await framed.evaluate(
        `globalThis.answers = []; wx.request({ url: '${API}/slow', complete: ({ errMsg }) => answers.push(errMsg) })`,
      )
      await arrived(1)
      await change('offline')
      await framed.until('answers.length === 1')
      await change('wifi')
      const after = await framed.evaluate(
        `new Promise((complete) => wx.request({ url: '${API}/api', complete })).then(({ errMsg }) => [...answers, errMsg])`,
      )
      expect(after).toEqual([expect.stringMatching(DISCONNECTED), 'request:ok'])
    })

    test('is not believed from anybody else', async () => {
      await framed.evaluate(`new Promise((done) => {
        addEventListener('message', done, { once: true })
        postMessage({ kind: 'live-change', net: 'offline', theme: 'dark' }, '*')
      })`)
      const type = `new Promise((success) => wx.getNetworkType({ success })).then((answer) => answer.networkType)`
      expect(await framed.evaluate(type)).toBe('wifi')
    })
  })
})
