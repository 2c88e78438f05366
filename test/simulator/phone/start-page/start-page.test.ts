import type { Browser, Page } from 'playwright-core'
import { describeInChromium, launchChromium } from '../../../support/chromium'
import { openWatched } from '../browser'
import { serveWithNeighbours, type Neighbours } from '../stand-ins'
import { FIXTURE } from '../temporary-app'

describeInChromium('the start page', () => {
  let browser: Browser
  let neighbours: Neighbours
  let page: Page
  let printed: string[]

  beforeAll(async () => {
    neighbours = await serveWithNeighbours({ root: FIXTURE })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await neighbours.close()
  })
  beforeEach(async () => {
    ;({ page, printed } = await openWatched(browser, { width: 1440, height: 900 }))
    await page.goto(neighbours.url)
    await page.waitForSelector('.person')
    await page.frameLocator('iframe').locator('#state').waitFor()
  })
  afterEach(() => page.context().close())

  const phoneUrl = () => {
    const frame = page.frames().find((each) => each.url().includes('/phone?'))
    return frame === undefined ? '' : new URL(frame.url()).search
  }
  const becomes = async (search: string) => {
    await page.waitForFunction(
      (wanted) => document.querySelector('iframe')?.contentWindow?.location.search === wanted,
      search,
    )
    await page.frameLocator('iframe').locator('#state').waitFor()
  }
  const inPhone = (expression: string) =>
    page
      .frames()
      .find((each) => each.url().includes('/phone?'))!
      .evaluate(expression)

  const untilInPhone = async (expression: string) => {
    const holds = `globalThis.__phone?.ready === true && ${expression}`
    // A phone that is being opened anew has no answer.
    while ((await inPhone(holds).catch(() => false)) !== true);
  }

  test('opens 张三 in WeCom at first', async () => {
    expect(phoneUrl()).toBe('?as=zhangsan&host=wecom')
    expect(await page.textContent('.person[aria-current]')).toContain('张三')
  })

  test('lists people by department with what is special about them', async () => {
    expect(await page.locator('.group h3').allTextContents()).toEqual([
      '启明科技',
      '研发中心',
      '市场部',
      '远方公司 · 远方公司',
    ])
    expect(await page.locator('.person .mark').allTextContents()).toEqual([
      '不可见',
      '已停用',
      '已退出',
      '未激活',
      '外部企业',
    ])
  })

  test('search and chips narrow the list', async () => {
    await page.fill('.search', '产品')
    expect(await page.locator('.person').count()).toBe(1)
    await page.fill('.search', '没有这个人')
    expect(await page.textContent('.nobody')).toBe('没有找到这样的人')
    await page.fill('.search', '')
    await page.click('.chip.mark-departed')
    expect(await page.locator('.person-name').allTextContents()).toEqual(['赵六已退出'])
  })

  test('picking a person opens the phone as that person, and a reload keeps it', async () => {
    await page.click('.person[data-user-id=lisi]')
    await becomes('?as=lisi&host=wecom')
    expect(new URL(page.url()).search).toBe('?as=lisi&host=wecom')
    await page.reload()
    await becomes('?as=lisi&host=wecom')
    expect(await page.textContent('.person[aria-current]')).toContain('李四')
  })

  test('a visitor brings the other company along', async () => {
    await page.click('.person:has-text("外来张三")')
    await becomes('?as=zhangsan&host=wecom&corp=ww2')
    expect(await page.locator('.person[aria-current]').allTextContents()).toEqual([
      expect.stringContaining('外来张三'),
    ])
  })

  test('place, look and language of the phone are chosen beside it', async () => {
    await page.click('[data-value=wechat]')
    await page.click('[data-value=dark]')
    await page.click('.controls [data-value=en]')
    await becomes('?as=zhangsan&host=wechat&theme=dark&lang=en')
    expect(await inPhone('[typeof wx.qy, wx.getSystemInfoSync().theme]')).toEqual([
      'undefined',
      'dark',
    ])
  })

  test('screen and text are chosen beside it, and kept in the address', async () => {
    await page.selectOption('[name=width]', '320')
    await page.selectOption('[name=font]', '22')
    await becomes('?as=zhangsan&host=wecom&width=320&font=22')
    expect(
      await inPhone('[wx.getSystemInfoSync().windowWidth, wx.getSystemInfoSync().fontSizeSetting]'),
    ).toEqual([320, 22])
    const { width, height } = (await page.locator('iframe').boundingBox())!
    expect(width / height).toBeCloseTo(320 / 568, 2)
    await page.reload()
    await becomes('?as=zhangsan&host=wecom&width=320&font=22')
    expect(
      await page
        .locator('[name=width], [name=font]')
        .evaluateAll((lists) => lists.map((list) => (list as HTMLSelectElement).value)),
    ).toEqual(['320', '22'])
  })

  test('the network goes and comes back while the phone stays open', async () => {
    await inPhone(
      'void (globalThis.heard = [], wx.onNetworkStatusChange((status) => heard.push(status)))',
    )
    await page.selectOption('[name=net]', 'offline')
    await page.selectOption('[name=net]', '3g')
    await untilInPhone('heard.length === 2')
    expect(await inPhone('heard.map(({ networkType }) => networkType)')).toEqual(['none', '3g'])
    expect(phoneUrl()).toBe('?as=zhangsan&host=wecom')
    expect(new URL(page.url()).search).toBe('?as=zhangsan&host=wecom&net=3g')
    await page.click('text=重新打开')
    await becomes('?as=zhangsan&host=wecom&net=3g')
  })

  test('WeChat takes another look at once, WeCom when it is opened anew', async () => {
    await page.click('[data-value=wechat]')
    await becomes('?as=zhangsan&host=wechat')
    await page.click('[data-value=dark]')
    await untilInPhone("wx.getSystemInfoSync().theme === 'dark'")
    expect(phoneUrl()).toBe('?as=zhangsan&host=wechat')
    await page.click('[data-value=wecom]')
    await becomes('?as=zhangsan&host=wecom&theme=dark')
    await page.click('[data-value=light]')
    await becomes('?as=zhangsan&host=wecom')
  })

  test('what changes while the phone is being opened reaches it', async () => {
    await page.evaluate(() => {
      const press = (value: string) =>
        document.querySelector<HTMLElement>(`[data-value=${value}]`)?.click()
      press('wechat')
      press('dark')
      const net = document.querySelector<HTMLSelectElement>('[name=net]')
      Object.assign(net ?? {}, { value: 'offline' })
      net?.dispatchEvent(new Event('change'))
    })
    await untilInPhone("wx.getSystemInfoSync().theme === 'dark'")
    expect(phoneUrl()).toBe('?as=zhangsan&host=wechat')
    expect(await inPhone('new Promise((success) => wx.getNetworkType({ success }))')).toMatchObject(
      { networkType: 'none' },
    )
  })

  test('data that was kept can be cleared, of everybody, and the phone opens as if for the first time', async () => {
    await page.click('[data-value=wechat]')
    await becomes('?as=zhangsan&host=wechat')
    const agreed = inPhone('new Promise((success) => wx.requirePrivacyAuthorize({ success }))')
    // The frame is zoomed, and a pointer would miss.
    await page.frameLocator('iframe').getByText('同意', { exact: true }).dispatchEvent('click')
    await agreed
    await inPhone('wx.setStorageSync("card", 1)')
    await page.evaluate(() => localStorage.setItem('another', 'tool'))
    await page.click('text=清空数据')
    await untilInPhone("wx.getStorageSync('card') === ''")
    expect(
      await inPhone('new Promise((success) => wx.getPrivacySetting({ success }))'),
    ).toMatchObject({ needAuthorization: true })
    expect(await page.evaluate(() => localStorage.getItem('another'))).toBe('tool')
  })

  test('the privacy guide is a matter of WeChat', async () => {
    expect(await page.locator('[name=privacy]').count()).toBe(0)
    await page.click('[data-value=wechat]')
    await page.selectOption('[name=privacy]', 'undeclared')
    await becomes('?as=zhangsan&host=wechat&privacy=undeclared')
  })

  test('the page itself speaks English when asked', async () => {
    await page.click('.top [data-value=en]')
    expect(await page.textContent('.timeline h2')).toBe('What just happened')
    expect(new URL(page.url()).searchParams.get('ui')).toBe('en')
    expect(phoneUrl()).toBe('?as=zhangsan&host=wecom')
  })

  test('a sign-in appears hop by hop, with times, and without its code', async () => {
    await inPhone('new Promise((success) => wx.qy.login({ success }))')
    const at = Date.now()
    const named = { traceId: 't', at, function: 'identity', action: 'signIn' }
    neighbours.log({ event: 'request', ...named, via: 'http' })
    neighbours.log({ event: 'upstream', at, path: '/cgi-bin/gettoken', ms: 12, errcode: 0 })
    neighbours.log({ event: 'upstream', at, path: '/cgi-bin/user/get', ms: 8, errcode: 60111 })
    neighbours.log({ event: 'reply', ...named, ms: 30, code: 'CODE_REFUSED' })
    neighbours.log({ event: 'novelty', at, secret: 'hush' })
    await page.waitForSelector('.hop-unknown')
    expect(await page.locator('.hop:not(.hop-opened) .head b').allTextContents()).toEqual([
      'wx.qy.login',
      'identity · signIn',
      'gettoken',
      'user/get',
      '没有成功',
      'novelty',
    ])
    const all = (await page.textContent('.hops')) ?? ''
    expect(all).toContain('12 ms')
    expect(all).toContain('没有这个成员 (60111)')
    expect(all).toContain('code 无效：用过、过期或不是这里的 (CODE_REFUSED)')
    expect(all).not.toContain('secret-code')
    expect(all).not.toContain('hush')
    await page.click('.timeline-head .quiet-button')
    expect(await page.textContent('.empty strong')).toBe('等手机里的小程序开口')
  })

  test('the way to the control page of the simulated company is there', async () => {
    const link = page.locator('.top a')
    expect(await link.textContent()).toBe('管理企业')
    expect(new URL((await link.getAttribute('href')) ?? '', page.url()).pathname).toBe('/_sim/')
  })

  test('a name is text, whatever it says', async () => {
    expect(await page.textContent('.person[data-user-id=xss] .person-name')).toContain('<img')
    expect(await page.locator('.people img, .people script').count()).toBe(0)
    expect(await page.title()).toBe('工牌 · 预览')
  })

  test('messages of other windows are not believed', async () => {
    await page.evaluate(() =>
      window.postMessage({ kind: 'phone', id: 9, at: 1, name: 'forged', target: '' }, '*'),
    )
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)))
    expect(await page.textContent('.hops')).not.toContain('forged')
  })

  test('nothing of it is an error', () => {
    expect(printed.filter((line) => /^thrown/.test(line))).toEqual([])
  })
})
