import { readFontSize, readNet, readWidth } from './choices'
import type { PhoneSetup } from './setup'

/** What a person may choose in the address of the phone. */
export interface PhoneDefaults {
  appId: string
  appName: string
  ownCorpId: string
  hosts: Record<string, string>
  wecomBase: string
  cloudBase: string
  cloudEnvId: string
}

const DEFAULT_PERSON = 'zhangsan'

/** The setup that an address such as `/phone?as=lisi&host=wechat` asks for. */
export function readSetup(query: URLSearchParams, defaults: PhoneDefaults): PhoneSetup {
  return {
    ...defaults,
    as: query.get('as') ?? DEFAULT_PERSON,
    corp: query.get('corp') ?? '',
    host: query.get('host') === 'wechat' ? 'wechat' : 'wecom',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    language: query.get('lang') === 'en' ? 'en' : 'zh_CN',
    privacy: query.get('privacy') === 'undeclared' ? 'undeclared' : 'declared',
    net: readNet(query),
    width: readWidth(query),
    fontSize: readFontSize(query),
    page: query.get('page') ?? '',
  }
}

/** The document of the phone alone. */
export function phonePage(setup: PhoneSetup): string {
  return `<!doctype html>
<html lang="${setup.language === 'en' ? 'en' : 'zh-CN'}" data-theme="${setup.theme}" data-host="${setup.host}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>工牌</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_phone/phone-style.css">
<body>
<div class="phone"></div>
<script type="application/json" id="phone-setup">${inlineJson(setup)}</script>
<script src="/_phone/phone.js"></script>
<script src="/_phone/app.js"></script>
`
}

/** The document of the start page. */
export function startPage(setup: Pick<PhoneDefaults, 'wecomBase' | 'cloudBase'>): string {
  const { wecomBase, cloudBase } = setup
  return `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>工牌 · 预览</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_phone/start-style.css">
<body>
<script type="application/json" id="start-setup">${inlineJson({ wecomBase, cloudBase })}</script>
<script src="/_phone/start.js"></script>
`
}

/** JSON that cannot end the script element it stands in. */
function inlineJson(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}
