import { element } from '../dom'
import type { BuiltinNode, DefineBuiltin } from './define'

/** What a web page in the frame sends to its parent in place of wx.miniProgram.postMessage. */
interface WebPageMessage {
  kind: 'miniProgram.postMessage'
  data: unknown
}

/**
 * web-view: a frame that fills the page. Messages of the web page arrive, as in WeChat, when the page
 * is left. https://developers.weixin.qq.com/miniprogram/dev/component/web-view.html
 */
export function defineWebView(define: DefineBuiltin): void {
  const views = new WeakMap<BuiltinNode, { load(): void; leave(): void }>()
  define('web-view', {
    properties: { src: '' },
    attached(node) {
      const view = createWebView(node)
      views.set(node, view)
      view.load()
    },
    detached: (node) => views.get(node)?.leave(),
    changed: (node, name) => name === 'src' && views.get(node)?.load(),
  })
}

function createWebView(node: BuiltinNode) {
  const messages: unknown[] = []
  let frame: HTMLIFrameElement | undefined
  const hear = ({ source, data }: MessageEvent<unknown>) => {
    if (source !== null && source === frame?.contentWindow && isMessage(data))
      messages.push(data.data)
  }
  window.addEventListener('message', hear)
  return {
    load() {
      const source = node.text('src')
      frame?.remove()
      frame = undefined
      if (source === '') return
      if (!/^https?:/.test(source)) return node.trigger('error', { url: source, fullUrl: source })
      const shown = (frame = element('iframe'))
      shown.src = source
      // A frame loads the browser's own page about a failure as well: whether there is a server is asked apart.
      void fetch(source, { mode: 'no-cors', cache: 'no-store', credentials: 'omit' })
        .then(() => true)
        .catch(() => false)
        .then((there) => {
          if (frame !== shown) return
          if (!there) return node.trigger('error', { url: source, fullUrl: source })
          shown.onload = () => node.trigger('load', { src: source })
          node.element.append(shown)
        })
    },
    leave() {
      window.removeEventListener('message', hear)
      if (messages.length > 0) node.trigger('message', { data: messages })
    },
  }
}

function isMessage(value: unknown): value is WebPageMessage {
  const kind = (value as Partial<WebPageMessage> | null)?.kind
  return kind === 'miniProgram.postMessage'
}
