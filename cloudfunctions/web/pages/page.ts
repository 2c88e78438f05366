import { createHash } from 'node:crypto'
import type { HttpResponse } from '../../shared/runtime/http'
import type { Language } from '../language'
import type { WebRequest } from '../route'
import { documentOf, html, styleOf, type Html } from './html'
import { look } from './look'
import { words } from './words'

/**
 * Where WeCom and WeChat keep the pictures of people. Nothing is fetched from anywhere else, and
 * nothing through us.
 */
const pictureHosts = ['wework.qpic.cn', 'p.qlogo.cn', 'wx.qlogo.cn', 'thirdwx.qlogo.cn']

const hashOfLook = createHash('sha256').update(look).digest('base64')

// No script at all; the policy says so to the browser, whatever finds its way into a page.
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${hashOfLook}'`,
  `img-src ${pictureHosts.map((host) => `https://${host}`).join(' ')}`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Whether a page may show this picture. */
export const isShown = (pictureUrl: string): boolean =>
  URL.canParse(pictureUrl) && pictureHosts.includes(new URL(pictureUrl).host)

export interface PageOptions {
  title: string
  language: Language
  status?: number
}

/** A page of ours, with everything around its content. */
export const page = (
  { title, language, status = 200 }: PageOptions,
  ...content: (Html | undefined | false)[]
): HttpResponse => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    // With `no-referrer` a browser would not say where a form of ours comes from either.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    vary: 'Cookie, Accept-Language',
  },
  body: documentOf(
    html`<html lang="${words[language].htmlLanguage}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${styleOf(look)}
      </head>
      <body>
        <main>${content.filter((part) => part !== undefined && part !== false)}</main>
      </body>
    </html>`,
  ),
})

/** What a page is shown for. */
export type Shown = Pick<WebRequest, 'path' | 'query' | 'language'>

/** Leads to the same address in the other language. */
export const otherLanguage = ({ path, query, language }: Shown): Html => {
  const other = language === 'zh' ? 'en' : 'zh'
  const address = `${path}?${new URLSearchParams([...new Map([...query, ['lang', other]])])}`
  return html`<footer>
    <a href="${address}" hreflang="${words[other].htmlLanguage}" lang="${words[other].htmlLanguage}"
      >${words[other].thisLanguage}</a
    >
  </footer>`
}
