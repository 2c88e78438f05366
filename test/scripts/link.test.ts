import { spawnSync } from 'node:child_process'
import { inRoot } from '../../scripts/paths'
import { createBrowser, openSite, site } from '../cloudfunctions/web/visitor'
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

test('a link leads to its page, path and query, through the sign-in, wherever it is tapped', async () => {
  const { links } = link('/web/?month=11&of=李%20%26%20co')
  const [page = '', authorize = ''] = links
  expect(page).toBe(site + path)
  const at = await openSite()
  const opened = async (entry: string) => {
    const entrance = new URLSearchParams({ as: 'zhangsan', entry, to: page })
    const response = await fetch(`${at.wecom.url}/_sim/open?${entrance}`, { redirect: 'manual' })
    return (response.headers.get('location') ?? '').slice(site.length)
  }
  const arrivals = []
  for (const entry of ['workbench', 'menu', 'message']) {
    const browser = createBrowser(at.main, at.wecom.url, 'zhangsan')
    arrivals.push(await browser.visit(await opened(entry)))
  }
  const browser = createBrowser(at.main, at.wecom.url, 'zhangsan')
  const back = await browser.atWecom(authorize)
  arrivals.push(await browser.visit(back.slice(site.length)))
  await at.close()
  for (const arrival of arrivals) {
    const { pathname, searchParams } = new URL(arrival.at, site)
    expect([arrival.statusCode, pathname, [...searchParams]]).toEqual([200, '/web/', query])
    expect(arrival.body).toContain('张三')
  }
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
