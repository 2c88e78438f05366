import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { loadCompany } from '../../../../simulator/wecom/wecom'
import { describeInChromium, launchChromium } from '../../../support/chromium'
import { start, type Running } from '../running'

describeInChromium('the control page', () => {
  let browser: Browser
  let wecom: Running
  let page: Page
  let printed: string[]

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    wecom = await start()
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 } })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    printed = []
    page.on('console', (message) => printed.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => printed.push(`thrown: ${error.message}`))
  })
  afterEach(async () => {
    await page.context().close()
    await wecom.close()
    expect(printed.filter((line) => !/status of 400/.test(line))).toEqual([])
  })

  const open = async (hash = '') => {
    await page.goto(`${wecom.url}/_sim/${hash}`)
    await page.waitForSelector('[data-department="1"]')
    await page.waitForSelector('.middle > .card')
  }
  const read = async (userid: string) => {
    const access_token = await wecom.accessToken()
    return wecom.api('user/get', { access_token, userid })
  }
  const latest = () => page.locator('.requests > li').first()
  const says = (selector: string, text: string) =>
    page.waitForSelector(`${selector}:has-text("${text}")`)

  test('the tree unfolds step by step, and a person opens in the middle', async () => {
    await open()
    expect(await page.locator('[data-member]').count()).toBe(1)
    for (const id of [2, 3, 4]) {
      await page.click(`.branch:has([data-department="${id}"]) .fold`)
      await page.waitForSelector(`.branch:has([data-department="${id}"]) [aria-expanded=true]`)
    }
    await page.click('[data-member=zhangsan]')
    await says('.badge-head h2', '张三')
    expect(await page.inputValue('input[name=position]')).toBe('高级后台工程师')
    expect(new URL(page.url()).hash).toBe('#member=zhangsan')
    await page.reload()
    await says('.badge-head h2', '张三')
  })

  test('whoever is disabled is told so, and whoever is hidden is refused, as it happens', async () => {
    await open('#member=lisi')
    await page.click('.switches [data-value="2"]')
    await page.waitForSelector('.switches [data-value="2"][aria-pressed=true]')
    expect(await read('lisi')).toMatchObject({ status: 2, enable: 0 })
    await latest().getByText('user/get').waitFor()

    await page.click('.switches input[type=checkbox]')
    await says('.toast', '已保存')
    await page.waitForSelector('.switches input[type=checkbox]:not(:checked)')
    expect(await read('lisi')).toMatchObject({ errcode: 60111 })
    await latest().locator('.outcome', { hasText: '60111' }).waitFor()
    await latest().locator('summary').click()
    expect(await latest().locator('dd').first().textContent()).toContain('可见范围')
  })

  test('a form is saved, and what is wrong is said beside it', async () => {
    await open('#member=lisi')
    await page.fill('input[name=name]', '李四四')
    await page.fill('input[name=alias]', '')
    await page.click('form button[type=submit]')
    await says('.badge-head h2', '李四四')
    expect(wecom.company().members.find(({ userId }) => userId === 'lisi')).toMatchObject({
      name: '李四四',
      departments: [4],
    })
    await page.fill('input[name=name]', '')
    await page.click('form button[type=submit]')
    await says('.notice', 'name')
  })

  test('two hours later the token has expired', async () => {
    await open()
    const access_token = await wecom.accessToken()
    await page.click('.clock .secondary')
    await says('.ahead', '2 h')
    await wecom.api('user/get', { access_token, userid: 'lisi' })
    await latest().locator('.outcome', { hasText: '42001' }).waitFor()
    await page.click('.clock .quiet')
    await page.waitForSelector('.ahead:empty', { state: 'attached' })
    expect(wecom.clock.aheadMs()).toBe(0)
  })

  test('a fault is added, strikes, is counted down and is gone', async () => {
    await open()
    await page.click('.tabs [data-value=faults]')
    await page.selectOption('select[name=kind]', 'status')
    await page.selectOption('select[name=path]', '/cgi-bin/gettoken')
    await page.click('.adding button[type=submit]')
    await says('.fault', 'gettoken')
    expect(wecom.faults.list()).toMatchObject([{ kind: 'status', status: 502, times: 1 }])
    expect((await fetch(`${wecom.url}/cgi-bin/gettoken`)).status).toBe(502)
    await says('.faults', '没有故障')
    await page.click('.tabs [data-value=requests]')
    await latest().locator('.outcome.odd', { hasText: 'HTTP 502' }).waitFor()
  })

  test('a snapshot brings back who was deleted', async () => {
    await open()
    await page.fill('input[name=snapshot]', '之前')
    await page.click('button:has-text("拍一张")')
    await says('.snapshots li', '之前')
    const before = wecom.company()
    wecom.removeMember('lisi')
    await page.click('.snapshots button:has-text("恢复")')
    await says('.toast', '已保存')
    expect(wecom.company()).toEqual(before)
  })

  test('what is exported and imported again is the same; mistakes are told with their lines', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'page-'))
    const file = path.join(folder, 'company.yaml')
    await open()
    const before = wecom.company()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('a:has-text("YAML")'),
    ])
    await download.saveAs(file)
    const text = readFileSync(file, 'utf8')
    expect(loadCompany(text, file)).toEqual(before)
    wecom.removeMember('zhangsan')
    await page.setInputFiles('input[type=file]', file)
    await says('.toast', '已导入')
    expect(wecom.company()).toEqual(before)

    await open()
    writeFileSync(file, text.replace('userId: lisi', 'userId: zhangsan'))
    await page.setInputFiles('input[type=file]', file)
    const line = text.split('\n').findIndex((one) => one.includes('userId: lisi')) + 1
    await says('.problems', `第 ${line} 行`)
    expect(wecom.company()).toEqual(before)
    rmSync(folder, { recursive: true })
  })

  test('search finds among twenty thousand, and draws a hundred', async () => {
    const company = wecom.company()
    const crowd = Array.from({ length: 20_000 }, (_, at) => ({
      ...company.members[0]!,
      userId: `crowd${at}`,
      name: `群众${at}`,
      directLeaders: [],
      leaderOf: [],
    }))
    wecom.load({ ...company, members: [...company.members, ...crowd] })
    await open()
    await page.fill('.search', '群众')
    await says('.found', '20000 人')
    expect(await page.locator('.found [data-member]').count()).toBe(100)
    await page.fill('.search', '群众 crowd19999')
    await page.waitForSelector('[data-member=crowd19999]')
    await page.fill('.search', '没有这个人')
    await says('.found', '没有这样的人')
  })

  test('a name is text, whatever it says, and nothing from elsewhere may run', async () => {
    wecom.editMember('lisi', { name: '<img src=x onerror=alert(1)>' })
    await open('#member=lisi')
    await says('.badge-head h2', '<img')
    expect(await page.locator('img').count()).toBe(0)
    const policy = (await fetch(`${wecom.url}/_sim/`)).headers.get('content-security-policy')
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/)
    expect(policy).not.toContain('unsafe')
  })

  test('it is used with the keyboard, and speaks English', async () => {
    await open()
    await page.focus('.search')
    await page.keyboard.press('ArrowDown')
    for (let rows = 0; rows < 5; rows += 1) await page.keyboard.press('ArrowDown')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('研发中心')
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('[data-department="3"]')
    await page.click('.top [data-value=en]')
    await says('h1', 'WeCom simulator')
    expect(new URL(page.url()).search).toBe('?ui=en')
  })

  test('no text is too faint, in the light and in the dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await open('#member=jiangtao')
      expect(await page.evaluate(faintTexts)).toEqual([])
    }
  })
})

/** Texts below a contrast of 4.5 to 1 with the first opaque ground behind them. */
const faintTexts = (): string[] => {
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = ([r = 0, g = 0, b = 0]: number[]) => {
    const linear = [r, g, b].map((value) => {
      const share = value / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * linear[0]! + 0.7152 * linear[1]! + 0.0722 * linear[2]!
  }
  const groundOf = (element: Element | null): number[] => {
    for (let at = element; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor
      const [r = 0, g = 0, b = 0, alpha = 1] = channels(colour)
      if (colour.startsWith('rgb') && alpha === 1) return [r, g, b]
    }
    return [255, 255, 255]
  }
  return [...document.querySelectorAll('body *')].flatMap((element) => {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
    )
    if (!hasText || !element.checkVisibility()) return []
    const ink = luminance(channels(getComputedStyle(element).color))
    const ground = luminance(groundOf(element))
    const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05)
    return contrast < 4.5 ? [`${element.textContent} ${contrast.toFixed(2)}`] : []
  })
}
