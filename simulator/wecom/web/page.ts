import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reply } from '../wire/envelope'
import { html, type Html } from './html'
import { words, type Language } from './words'

const style = readFileSync(join(__dirname, 'pages.css'), 'utf8')
const styleHash = createHash('sha256').update(style).digest('base64')

// No script runs on any page. form-action names no origin: browsers hold the whole chain of
// redirects behind a form against it, and where a company's page leads on is not ours to know.
const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  "form-action 'self' http: https:",
  "frame-ancestors 'self'",
  "base-uri 'none'",
].join('; ')

/** A whole page; `wide` for a desktop, else it has the width of a phone. */
export const page = (
  { title, language, wide = false }: { title: string; language: Language; wide?: boolean },
  ...content: Html[]
): Reply => ({
  status: 200,
  headers: {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': contentSecurityPolicy,
    'Cache-Control': 'no-store',
    // The address holds what a redirect_uri may hold. Without any referrer a form would send the
    // Origin "null", and could not be told from that of another site.
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  },
  body: html`<!doctype html>
    <html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${{ markup: `<style>${style}</style>` }}
      </head>
      <body class="${wide ? 'wide' : 'narrow'}">
        <main>${content}</main>
      </body>
    </html> `.markup,
})

/** Says that this is a WeCom and which one, so that nobody takes it for the real one. */
export const brand = (language: Language, place?: string): Html =>
  html`<p class="brand">${words[language].wecom} <b>${words[language].simulated}</b> ${place}</p>`

/** 302 to another page, which may set the cookie of the device. */
export const redirect = (location: string, cookie?: string): Reply => ({
  status: 302,
  headers: {
    Location: location,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    ...(cookie !== undefined && { 'Set-Cookie': cookie }),
  },
  body: '',
})
