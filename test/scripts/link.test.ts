import { spawnSync } from 'node:child_process'
import { inRoot } from '../../scripts/paths'
import { createBrowser, openSite, site, type Site } from '../cloudfunctions/web/visitor'
import { agentId, corpId } from '../simulator/wecom/running'

const link = (...parameters: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [inRoot('scripts', 'run.cjs'), 'link', ...parameters],
    {
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH ?? '',
        WECOM_CORP_ID: corpId,
        WECOM_AGENT_ID: String(agentId),
        PUBLIC_BASE_URL: site,
        MINIPROGRAM_APP_ID: 'wx5eed00000000000a',
      },
    },
  )
  return { status, stderr, links: stdout.split('\n').map((line) => line.split(/ {2,}/)[1] ?? '') }
}

const path = '/web/?month=11&of=%E6%9D%8E%20%26%20co'
const query = [
  ['month', '11'],
  ['of', '李 & co'],
]

const given = '/web/?month=11&of=李%20%26%20co'

describe('a web page, its path and its query, is reached through the sign-in', () => {
  let at: Site
  let links: string[]
  beforeAll(async () => {
    at = await openSite()
    links = link(given).links
  })
  afterAll(() => at.close())

  const arrive = async (address: string) => {
    const arrival = await createBrowser(at.main, at.wecom.url, 'zhangsan').visit(address)
    const { pathname, searchParams } = new URL(arrival.at, site)
    expect([arrival.statusCode, pathname, [...searchParams]]).toEqual([200, '/web/', query])
    expect(arrival.hops).toContain('/web/callback')
    expect(arrival.body).toContain('张三')
  }

  test.each(['workbench', 'menu', 'message'])('from %s', async (entry) => {
    const [page = ''] = links
    expect(page).toBe(site + path)
    const entrance = new URLSearchParams({ as: 'zhangsan', entry, to: page })
    const { headers } = await fetch(`${at.wecom.url}/_sim/open?${entrance}`, { redirect: 'manual' })
    await arrive((headers.get('location') ?? '').slice(site.length))
  })

  test('by the authorize link', async () => {
    const [, authorize = ''] = links
    const visitor = createBrowser(at.main, at.wecom.url, 'zhangsan')
    await arrive((await visitor.atWecom(authorize)).slice(site.length))
  })
})

test('a page of the mini program goes into a menu or a message with its query', () => {
  const { links } = link('/pages/me/me?from=menu')
  const appid = 'wx5eed00000000000a'
  const page = 'pages/me/me?from=menu'
  expect(links.slice(0, 2).map((json) => JSON.parse(json) as unknown)).toEqual([
    { type: 'view_miniprogram', appid, pagepath: page },
    { msgtype: 'miniprogram_notice', miniprogram_notice: { appid, page } },
  ])
})

test.each([
  ['another site', '//evil.example'],
  ['a whole address', 'https://evil.example/'],
  ['the sign-out', '/web/signout'],
  ['a fragment, which WeCom drops', '/web/#part'],
  ['a page that the mini program has not', '/pages/admin/admin'],
])('no link is made of %s', (_, given) => {
  const { status, links, stderr } = link(given)
  expect([status, links, stderr.length > 0]).toEqual([1, [''], true])
})
