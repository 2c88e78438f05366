// Somebody with a browser in front of our pages and of the simulated WeCom: it keeps the cookies of
// each, and follows redirects only when told.
import { web } from '../../../cloudfunctions/web/define'
import type { Main } from '../../../cloudfunctions/shared/runtime/serve'
import {
  openCompany,
  type CompanyAtWork,
  type CompanyAtWorkOptions,
  type HttpAnswer,
} from '../../support/company'
import { httpOf } from '../../support/invoke'

export const site = 'https://badge.example.com'

export const userAgents = {
  wecom:
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/14F89 wxwork/4.1.6 MicroMessenger/7.0.1',
  wechat: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.1',
  desk: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36',
}

/** A company with web pages, at an address that its app trusts. */
export const openSite = async (
  variables: Record<string, string> = {},
  roles = '{}',
  choices: CompanyAtWorkOptions['choices'] = {},
) => {
  const company: CompanyAtWork = await openCompany({
    roles,
    variables: { PUBLIC_BASE_URL: site, ...variables },
    choices,
  })
  company.wecom.setApp({ trustedDomains: ['badge.example.com'] })
  return { ...company, main: company.instance('web', web) }
}

export type Site = Awaited<ReturnType<typeof openSite>>

export interface Request {
  method?: string
  headers?: Record<string, string>
  body?: string
}

export interface Browser {
  /** What the site's cookie is, as it stands in a request; a test may take it away or put another there. */
  cookie: string
  /** One request to our site, for a path with its query. */
  get(address: string, request?: Request): Promise<HttpAnswer>
  /** From `address` through every redirect, WeCom's included, to the page at the end. */
  visit(address: string): Promise<HttpAnswer & { at: string; hops: string[] }>
  /** WeCom's answer to an authorize link, or to a form of its page: where it sends the visitor. */
  atWecom(location: string, form?: [string, string][]): Promise<string>
}

export const createBrowser = (
  main: Main,
  wecomUrl: string,
  person: string,
  userAgent = userAgents.wecom,
): Browser => {
  let wecomCookie: string | undefined
  const browser: Browser = {
    cookie: '',
    async get(address, { method = 'GET', headers = {}, body = '' } = {}) {
      const at = address.indexOf('?')
      const path = at < 0 ? address : address.slice(0, at)
      const query = Object.fromEntries(new URLSearchParams(at < 0 ? '' : address.slice(at)))
      const { event, context } = httpOf(body, {
        method,
        path,
        query,
        headers: {
          'user-agent': userAgent,
          ...(browser.cookie && { cookie: browser.cookie }),
          ...headers,
        },
      })
      const answer = (await main(event, context)) as HttpAnswer
      const setCookie = answer.headers['set-cookie']
      if (setCookie) {
        const [pair = ''] = setCookie.split(';')
        browser.cookie = setCookie.includes('Max-Age=0') ? '' : pair
      }
      return answer
    },
    async atWecom(location, form) {
      wecomCookie ??= await becomeIn(wecomUrl, person)
      const real = new URL(location)
      const response = await fetch(`${wecomUrl}${real.pathname}${real.search}`, {
        redirect: 'manual',
        ...(form && { method: 'POST', body: new URLSearchParams(form) }),
        headers: { 'user-agent': userAgent, cookie: wecomCookie },
      })
      const next = response.headers.get('location')
      if (!next) throw new Error(`WeCom shows a page: ${response.status}`)
      return next
    },
    async visit(address) {
      const hops: string[] = []
      let at = address
      for (let hop = 0; hop < 12; hop++) {
        const answer = await browser.get(at)
        hops.push(at.split('?')[0] ?? at)
        const { location } = answer.headers
        if (location === undefined) return { ...answer, at, hops }
        const next = location.startsWith('/') ? location : await browser.atWecom(location)
        at = next.startsWith(site) ? next.slice(site.length) : next
      }
      throw new Error('this leads nowhere')
    },
  }
  return browser
}

const becomeIn = async (wecomUrl: string, person: string): Promise<string> => {
  const response = await fetch(`${wecomUrl}/_sim/open?as=${person}`, { redirect: 'manual' })
  const [pair] = (response.headers.get('set-cookie') ?? '').split(';')
  if (!pair) throw new Error(`nobody is ${person}`)
  return pair
}
