import fc from 'fast-check'
import {
  createBrowser,
  openSite,
  site,
  type Browser,
  type Site,
} from '../cloudfunctions/web/visitor'

let at: Site
beforeEach(async () => {
  at = await openSite()
})
afterEach(() => at.close())

const browserOf = (person: string) => createBrowser(at.main, at.wecom.url, person)
const wayBack = async (browser: Browser): Promise<string> => {
  const { headers } = await browser.get('/web/signin')
  return (await browser.atWecom(headers.location ?? '')).slice(site.length)
}
const isKnown = async (browser: Browser): Promise<boolean> =>
  (await browser.get('/web/me')).statusCode === 200
const exchanges = () =>
  at.lines.filter((line) => line.includes('getuserinfo') && line.includes('"upstream"')).length

describe('the code of somebody else', () => {
  test('brought by a link opens no session in the browser of a victim', async () => {
    const back = await wayBack(browserOf('lisi'))
    const victim = browserOf('zhangsan')
    const answer = await victim.get(back)
    expect(answer.headers.location).toContain('/connect/oauth2/authorize')
    expect([await isKnown(victim), exchanges()]).toEqual([false, 0])
  })

  test('with the state of one’s own, does not change who one is', async () => {
    const theirs = new URLSearchParams((await wayBack(browserOf('lisi'))).split('?')[1])
    const victim = browserOf('zhangsan')
    await victim.visit('/web/')
    const own = new URLSearchParams((await wayBackWhileSignedIn(victim)).split('?')[1])
    await victim.get(`/web/callback?code=${theirs.get('code')}&state=${own.get('state')}`)
    expect((await victim.get('/web/me')).body).toContain('"userId":"zhangsan"')
  })

  const wayBackWhileSignedIn = async (browser: Browser) => {
    const kept = browser.cookie
    browser.cookie = ''
    const back = await wayBack(browser)
    browser.cookie = kept
    return back
  }

  test('is worth nothing after its owner used it, cookie and all', async () => {
    const owner = browserOf('zhangsan')
    const back = await wayBack(owner)
    const copied = owner.cookie
    await owner.get(back)
    const thief = browserOf('lisi')
    thief.cookie = copied
    expect((await thief.get(back)).headers.location).toContain('/connect/oauth2/authorize')
    expect([await isKnown(thief), exchanges()]).toEqual([false, 1])
  })
})

describe('the state', () => {
  test('counts for one sign-in: with another code it opens nothing', async () => {
    const browser = browserOf('zhangsan')
    const back = await wayBack(browser)
    await browser.get(back)
    const done = browser.cookie
    await at.employees.endSessions('zhangsan')
    at.clock.advance(61_000)
    const code = new URLSearchParams((await wayBack(browserOf('lisi'))).split('?')[1]).get('code')
    browser.cookie = done
    const before = exchanges()
    const answer = await browser.get(back.replace(/code=[^&]+/, `code=${code}`))
    expect(answer.headers.location).toContain('/connect/oauth2/authorize')
    expect([await isKnown(browser), exchanges() - before]).toEqual([false, 0])
  })

  test('of our own making is the only one that counts', async () => {
    const browser = browserOf('zhangsan')
    const back = new URLSearchParams((await wayBack(browser)).split('?')[1])
    const code = back.get('code') ?? ''
    const state = back.get('state') ?? ''
    const forged = [
      '',
      'STATE',
      'gongpai',
      '0'.repeat(73),
      state.toUpperCase(),
      state.slice(1),
      `${state}0`,
      ...[0, 8, 9, 20, 41, 50, 72].map(
        (place) =>
          state.slice(0, place) + (state[place] === '0' ? '1' : '0') + state.slice(place + 1),
      ),
    ]
    for (const one of forged) {
      const answer = await browser.get(`/web/callback?code=${code}&state=${one}`)
      expect([one, answer.statusCode]).toEqual([one, 400])
    }
    expect([await isKnown(browser), exchanges()]).toEqual([false, 0])
  })

  test('counts for the path that it was made for, and leads to no other', async () => {
    const browser = browserOf('zhangsan')
    const back = await wayBack(browser)
    const encoded = (path: string) => Buffer.from(path).toString('base64url')
    for (const to of ['/web/payroll', '//evil.example', 'https://evil.example/', '/web/signout']) {
      const { statusCode, headers } = await browser.get(`${back}&to=${encoded(to)}`)
      expect([to, statusCode, headers.location]).toEqual([to, 400, undefined])
    }
    expect([await isKnown(browser), exchanges()]).toEqual([false, 0])
    const withPath = new URL(
      (await browserOf('zhangsan').get('/web/signin?to=/web/payroll')).headers.location ?? '',
    )
    const state = withPath.searchParams.get('state')
    const { statusCode } = await browserOf('zhangsan').get(`/web/callback?code=x&state=${state}`)
    expect(statusCode).toBe(400)
  })

  test('is a new one for every sign-in, and so is the session', async () => {
    const browser = browserOf('zhangsan')
    const before = await browser.visit('/web/')
    const cookie = browser.cookie
    browser.cookie = ''
    await browser.visit('/web/')
    expect([before.statusCode, browser.cookie === cookie]).toEqual([200, false])
  })
})

describe('a request that lies', () => {
  const names = ['host', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port', 'forwarded']
  const others = [
    'x-original-url',
    'x-rewrite-url',
    'x-forwarded-uri',
    'x_forwarded_host',
    'x-host',
  ]

  test('about where it came to changes no link', async () => {
    const honest = (await browserOf('zhangsan').get('/web/signin')).headers.location ?? ''
    const withoutState = (location = '') => location.replace(/state=\w+/, '')
    for (const name of [...names, ...others]) {
      for (const value of [
        'evil.example',
        'evil.example:443',
        'host=evil.example',
        '/web/payroll',
      ]) {
        const answer = await browserOf('zhangsan').get('/web/signin', {
          headers: { [name]: value },
        })
        expect(withoutState(answer.headers.location)).toBe(withoutState(honest))
      }
    }
  })

  test('about its method is answered by the method that it has', async () => {
    const browser = browserOf('zhangsan')
    await browser.visit('/web/')
    const overrides = { 'x-http-method-override': 'POST', 'x-method-override': 'POST' }
    expect((await browser.get('/web/signout', { headers: overrides })).statusCode).toBe(405)
    expect((await browser.get('/web/signout?_method=POST')).statusCode).toBe(405)
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'HEAD']) {
      expect((await browser.get('/web/', { method })).statusCode).toBe(405)
    }
    expect(await isKnown(browser)).toBe(true)
  })

  test('about who sends it, by a cookie that we did not make, is from nobody', async () => {
    const browser = browserOf('zhangsan')
    await browser.visit('/web/')
    const own = browser.cookie
    const [name, sealed = ''] = own.split('=')
    const tossed = [
      `${own}; ${own}`,
      `${name}=x; ${own}`,
      `${own}; ${name}=x`,
      `gongpai=${sealed}`,
      `__host-gongpai=${sealed}`,
      `${name}=${sealed}A`,
      `${name}=${sealed.slice(0, -2)}`,
      `${name}="${sealed}"`,
      `${name}=${'A'.repeat(100_000)}`,
    ]
    for (const cookie of tossed) {
      browser.cookie = cookie
      expect([cookie.slice(0, 40), await isKnown(browser)]).toEqual([cookie.slice(0, 40), false])
    }
  })

  test('with the session of the mini program as a cookie is from nobody', async () => {
    const browser = browserOf('zhangsan')
    browser.cookie = `__Host-gongpai=${await at.signIn('zhangsan')}`
    expect(await isKnown(browser)).toBe(false)
  })

  test('of any size is refused without an exchange', async () => {
    const browser = browserOf('zhangsan')
    const back = new URLSearchParams((await wayBack(browser)).split('?')[1])
    const state = back.get('state') ?? ''
    const before = exchanges()
    await browser.get(`/web/callback?state=${state}&code=${'A'.repeat(10_000)}`)
    await browser.get(`/web/callback?code=x&state=${'0'.repeat(10_000)}`)
    await browser.get(`/web/callback?code=x&state=${state}&to=${'A'.repeat(100_000)}`)
    const far = await browser.get(`/web/signin?to=/${'a'.repeat(100_000)}`)
    expect((far.headers.location ?? '').length).toBeLessThan(400)
    const body = 'a'.repeat(65 * 1024)
    expect((await browser.get('/web/signout', { method: 'POST', body })).statusCode).toBe(413)
    expect([exchanges() - before, await isKnown(browser)]).toEqual([0, false])
  })
})

test.each([
  '//web',
  '//web/',
  '/web//',
  '/web/..;/',
  '/web/%2e%2e/',
  '/web%2f',
  '/web/%2fme',
  '/web/me/',
  '/web/me%00',
  '/web/me;x',
  '/web/./me',
  '/web/x/../me',
  '/WEB/me',
  '/web/ME',
  '/web\\me',
  '/web/me%20',
  '/web/me.',
  '/web/constructor',
  '/web/__proto__',
  '/web/me\n',
  '/ｗeb/me',
  '',
])('a path that is only like one of ours is none: %j', async (path) => {
  const browser = browserOf('zhangsan')
  await browser.visit('/web/')
  expect((await browser.get(path)).statusCode).toBe(404)
})

test('whatever is asked for, no header of an answer is split and no page holds markup of the asker', async () => {
  const browser = browserOf('zhangsan')
  await browser.visit('/web/')
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\r\nSet-Cookie: a=b',
      '%0d%0aX: y',
      '"><script>',
      "'onload=x",
      '/web/\r\n\r\n<html>',
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      nasty,
      fc.constantFrom('to', 'lang', 'consent', 'code', 'state'),
      async (text, name) => {
        const query = `?${name}=${encodeURIComponent(text.replace(/[\ud800-\udfff]/g, ''))}`
        for (const path of ['/web/', '/web/signin', '/web/callback', '/web/nowhere']) {
          const { headers, body } = await browser.get(path + query)
          expect(Object.values(headers).join('')).not.toMatch(/[\r\n]/)
          expect(body).not.toMatch(/<script|onload=/)
        }
      },
    ),
    { numRuns: 60 },
  )
})
