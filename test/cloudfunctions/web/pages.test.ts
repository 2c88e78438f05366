import { createHash } from 'node:crypto'
import { badgePage } from '../../../cloudfunctions/web/pages/badge-page'
import { htmlProblems } from '../../support/html-problems'
import { bareEmployee } from './employees-of-pages'
import { everyPage } from './every-page'
import { createBrowser, openSite, site, userAgents, type Site } from './visitor'

let at: Site
beforeAll(async () => {
  at = await openSite(
    { PROFILE_FIELDS: 'userId,name,alias,position,avatar,departments,roles,mobile,email,address' },
    '{"hr":{"userIds":["zhangsan"]}}',
  )
})
afterAll(() => at.close())

const pages = async (language: string) => {
  const known = createBrowser(at.main, at.wecom.url, 'zhangsan')
  await known.visit('/web/')
  const browserOf = (person: string, agent?: string) =>
    createBrowser(at.main, at.wecom.url, person, agent)
  const lang = `lang=${language}`
  return {
    badge: await known.get(`/web/?${lang}&consent=kept`),
    payroll: await known.get(`/web/payroll?${lang}`),
    signedOut: await known.get(`/web/signed-out?${lang}`),
    notHere: await known.get(`/web/nowhere?${lang}`),
    notOurs: await browserOf('lisi').get(`/web/callback?state=x&${lang}`),
    notAllowed: await (async () => {
      const other = browserOf('lisi')
      await other.visit('/web/')
      return other.get(`/web/payroll?${lang}`)
    })(),
    wechat: await browserOf('lisi', userAgents.wechat).get(`/web/signin?${lang}`),
    untrusted: await (async () => {
      const other = browserOf('wangzixuan')
      const { headers } = await other.get('/web/signin')
      const back = (await other.atWecom(headers.location ?? '')).slice(site.length)
      at.wecom.setApp({ trustedDomains: [] })
      const answer = await other.get(`${back}&${lang}`)
      at.wecom.setApp({ trustedDomains: ['badge.example.com'] })
      return answer
    })(),
  }
}

test.each(['zh', 'en'])(
  'every page is valid, at most 15 KB, and lets nothing in from elsewhere (%s)',
  async (language) => {
    for (const [name, { body, headers }] of Object.entries(await pages(language))) {
      expect([name, htmlProblems(body)]).toEqual([name, []])
      expect([name, Buffer.byteLength(body) <= 15 * 1024]).toEqual([name, true])
      expect(body).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`)
      const style = /<style>(.*)<\/style>/s.exec(body)?.[1] ?? ''
      const hash = createHash('sha256').update(style).digest('base64')
      const policy = headers['content-security-policy'] ?? ''
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain(`style-src 'sha256-${hash}'`)
      expect([name, headers['cache-control']]).toEqual([name, 'no-store'])
      // Neither an inline style nor a handler, which the policy would refuse.
      expect(body).not.toMatch(/ style=| on\w+=|<script/)
    }
  },
)

test.each(['zh', 'en'] as const)(
  'every refusal and every employee makes a valid page of at most 15 KB (%s)',
  (language) => {
    const pages = Object.entries(everyPage(language))
    expect(pages.length).toBeGreaterThan(25)
    for (const [name, body] of pages) {
      expect([name, htmlProblems(body)]).toEqual([name, []])
      expect([name, Buffer.byteLength(body) <= 15 * 1024]).toEqual([name, true])
    }
  },
)

test('a picture is shown from WeCom’s hosts and from no other', () => {
  const pictureOf = (avatar: string) => {
    const shown = { path: '/web/', query: new Map<string, string>(), language: 'zh' } as const
    const { body = '' } = badgePage({ ...bareEmployee, avatar }, shown, { now: 0, proof: '' })
    return /<img[^>]*src="([^"]+)"/.exec(body)?.[1]
  }
  expect(pictureOf('http://wework.qpic.cn/wwpic/abc/100')).toBe(
    'https://wework.qpic.cn/wwpic/abc/0',
  )
  for (const elsewhere of ['https://evil.example/a/0', 'javascript:alert(1)', '//evil.example/0']) {
    expect(pictureOf(elsewhere)).toBeUndefined()
  }
})
