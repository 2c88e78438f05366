import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startAutomation, type Automation, type AutomationOptions } from './automation/automation'
import { browserAssets } from './browser-assets'
import { createBuilds } from './builds'
import type { BuildResult } from './compile/mini-program'
import type { Problem } from './compile/problems'
import { isLoopbackRequest } from './loopback'
import { phonePage, readSetup, startPage, type PhoneDefaults } from './pages'
import { placeIn } from './place'
import { readImage } from './program-files'
import { createReload } from './reload'
import { fingerprintOf } from './source-fingerprint'

export interface PhoneOptions {
  /** The mini program's folder. */
  root: string
  /** What wx.getAccountInfoSync tells. */
  appId: string
  /** What the client's dialogs call it: real ones take the name from WeChat's console. */
  appName?: string
  /** 企业 ID of the company that it belongs to: storage of different companies stays apart. */
  ownCorpId?: string
  /** A wx.request to the origin on the left goes to the one on the right. */
  hosts?: Record<string, string>
  /** Origins of the stand-ins for WeCom and CloudBase; '' is the phone's own. */
  wecomBase?: string
  cloudBase?: string
  cloudEnvId?: string
  /** Whether open phones are loaded again when the source changes. */
  watch?: boolean
  /** Lets clients of WeChat DevTools' automation protocol drive the open phone; absent: nobody may. */
  automation?: AutomationOptions
  /** Hears of every problem of every build; the phone shows the errors by itself. */
  onProblem?(problem: Problem): void
}

export interface Phone {
  /** Answers the paths of the phone; gives false, and touches nothing, for any other. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>
  /** Serves the phone alone on loopback; port 0 takes a free one. */
  listen(port?: number): Promise<{ url: string; close(): Promise<void> }>
  close(): Promise<void>
  build(): Promise<BuildResult>
  /** Starts what drives the phone, once, where that is wanted; rejects when its port is taken. */
  automation(): Promise<Automation | undefined>
}

/** What the documents may load: our own scripts, and pictures from anywhere, as avatars are. */
const CONTENT_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src * data: blob:',
  'font-src * data:',
  'connect-src *',
  'frame-src *',
  "frame-ancestors 'self'",
  "base-uri 'none'",
].join('; ')

/** A client may have functions of its own run in the mini program. */
const CONTENT_POLICY_FOR_AUTOMATION = `script-src 'self' 'unsafe-eval'; ${CONTENT_POLICY}`

/**
 * Makes the stand-in for the WeChat and the WeCom client: it compiles the mini program in `root` and
 * serves a phone that runs it, with a start page to choose who opens it.
 */
export function createPhone(options: PhoneOptions): Phone {
  const { root, watch = false, onProblem = () => undefined } = options
  const defaults: PhoneDefaults = {
    appId: options.appId,
    appName: options.appName ?? '',
    ownCorpId: options.ownCorpId ?? '',
    hosts: options.hosts ?? {},
    wecomBase: options.wecomBase ?? '',
    cloudBase: options.cloudBase ?? '',
    cloudEnvId: options.cloudEnvId ?? '',
  }
  const builds = createBuilds(root, onProblem)
  const reload = createReload(() => fingerprintOf(root), builds.current)
  const closers = new Set<() => Promise<void>>()

  let started: Promise<Automation> | undefined
  const automation = async () => {
    if (options.automation !== undefined) started ??= startAutomation(options.automation)
    return started
  }

  const answer = async (pathname: string, query: URLSearchParams, response: ServerResponse) => {
    if (pathname === '/') return send(response, 200, 'text/html', startPage(defaults))
    if (pathname === '/phone') {
      const endpoint = (await automation())?.phoneEndpoint
      const setup = { ...readSetup(query, defaults), automation: endpoint ?? '' }
      const policy = endpoint === undefined ? CONTENT_POLICY : CONTENT_POLICY_FOR_AUTOMATION
      return send(response, 200, 'text/html', phonePage(setup), policy)
    }
    if (pathname === '/_phone/changes')
      return watch ? reload.follow(response) : send(response, 204, 'text/plain', '')
    if (pathname === '/_phone/app.js') {
      // A browser may read only the start of a broken script: the problems come first.
      return send(response, 200, 'text/javascript', appScript(await builds.current()))
    }
    if (pathname === '/_phone/place') {
      const { script = '' } = await builds.current()
      const place = placeIn(script, Number(query.get('line')), Number(query.get('column')))
      if (place === undefined) return send(response, 404, 'text/plain', 'not found')
      return send(response, 200, 'application/json', JSON.stringify(place))
    }
    if (pathname.startsWith('/_phone/files/')) {
      const image = await readImage(root, decoded(pathname.slice('/_phone/files/'.length)))
      if (image === undefined) return send(response, 404, 'text/plain', 'not found')
      return send(response, 200, image.type, image.content)
    }
    const asset = (await browserAssets()).get(pathname.slice('/_phone/'.length))
    if (asset === undefined) return send(response, 404, 'text/plain', 'not found')
    send(response, 200, pathname.endsWith('.css') ? 'text/css' : 'text/javascript', asset)
  }

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://phone')
    if (pathname !== '/' && pathname !== '/phone' && !pathname.startsWith('/_phone/')) return false
    if (!isLoopbackRequest(request)) send(response, 403, 'text/plain', 'only on this machine')
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      send(response, 405, 'text/plain', 'GET only')
    else await answer(pathname, searchParams, response)
    return true
  }

  const phone: Phone = {
    handle,
    build: () => builds.current(),
    automation,
    async listen(port = 0) {
      const server = createServer((request, response) => {
        handle(request, response)
          .then((mine) => {
            if (!mine) send(response, 404, 'text/plain', 'not found')
          })
          .catch(() => response.destroy())
      })
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(port, '127.0.0.1', resolve)
      })
      const close = async () => {
        closers.delete(close)
        server.closeAllConnections()
        await new Promise((resolve) => server.close(resolve))
      }
      closers.add(close)
      return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
    },
    async close() {
      reload.close()
      // Whoever started it has heard of a port that was taken.
      await (await started?.catch(() => undefined))?.close()
      await Promise.all([...closers].map((close) => close()))
    },
  }
  return phone
}

function appScript({ script, problems }: BuildResult): string {
  // On the script's own first line, so that its source map counts the others rightly.
  const told = `globalThis.__phone.problems(${JSON.stringify(problems)});`
  return script === undefined ? told : told + script
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return ''
  }
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Buffer,
  policy = CONTENT_POLICY,
): void {
  const charset = /^text\//.test(type) ? '; charset=utf-8' : ''
  response.writeHead(status, {
    'content-type': type + charset,
    'cache-control': 'no-store',
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
  })
  response.end(content)
}
