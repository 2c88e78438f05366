import { content, type Route } from '../control/route'
import { pageAssets } from './assets'

/** Nothing from anywhere else, nothing inline, and no other page may frame it. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const document = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>企业微信模拟器 · WeCom simulator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_sim/page.css">
<body>
<noscript>这个页面需要 JavaScript；用 curl 也可以：/_sim/company</noscript>
<script src="/_sim/page.js"></script>
`

/** The control page: GET /_sim/, and its script and style sheet. */
export const pageRoutes = (): Route[] => [
  content('/_sim/', () => ({
    type: 'text/html; charset=utf-8',
    body: document,
    headers: { 'Content-Security-Policy': policy, 'Referrer-Policy': 'no-referrer' },
  })),
  content('/_sim/page.js', async () => ({
    type: 'text/javascript; charset=utf-8',
    body: (await pageAssets()).script,
  })),
  content('/_sim/page.css', async () => ({
    type: 'text/css; charset=utf-8',
    body: (await pageAssets()).style,
  })),
]
