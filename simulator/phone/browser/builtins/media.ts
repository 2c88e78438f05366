import { element } from '../dom'
import type { BuiltinNode, DefineBuiltin } from './define'

/** Where a path of the mini program is served, seen from the page that names it. */
export type ResolveImage = (source: string) => string

/** image, icon and progress: what is shown but does not listen. */
export function defineMedia(define: DefineBuiltin, resolveImage: ResolveImage): void {
  const images = new WeakMap<BuiltinNode, HTMLImageElement>()
  const show = (node: BuiltinNode, image: HTMLImageElement) => {
    const source = node.text('src')
    if (source === '') image.removeAttribute('src')
    else image.src = resolveImage(source)
  }
  for (const tag of ['image', 'cover-image']) {
    define(tag, {
      properties: { src: '', mode: 'scaleToFill', lazyLoad: false, webp: false, alt: '' },
      reflected: ['mode'],
      attached(node) {
        const image = element('img')
        images.set(node, image)
        image.alt = node.text('alt')
        image.draggable = false
        image.onload = () => {
          image.hidden = false
          node.trigger('load', { width: image.naturalWidth, height: image.naturalHeight })
        }
        image.onerror = () => {
          // WeChat leaves the place empty; a browser would draw its own sign.
          image.hidden = true
          node.trigger('error', { errMsg: 'GET image:fail' })
        }
        show(node, image)
        node.element.append(image)
      },
      changed(node, name) {
        const image = images.get(node)
        if (image !== undefined && name === 'src') show(node, image)
      },
    })
  }
  define('icon', {
    properties: { type: '', size: null, color: '' },
    reflected: ['type'],
    attached: drawIcon,
    changed: (node) => drawIcon(node),
  })
  define('progress', {
    properties: {
      percent: 0,
      showInfo: false,
      strokeWidth: null,
      activeColor: '#07c160',
      backgroundColor: '#ebebeb',
      active: false,
    },
    attached: drawProgress,
    changed: (node) => drawProgress(node),
  })
}

function drawIcon({ element: icon, text, value }: BuiltinNode): void {
  const size = value('size') == null ? '23' : text('size')
  icon.style.fontSize = /^\d+$/.test(size) ? `${size}px` : size
  icon.style.color = text('color')
}

function drawProgress(node: BuiltinNode): void {
  const { style } = node.element
  style.setProperty('--percent', `${Math.min(100, Math.max(0, node.number('percent')))}%`)
  style.setProperty('--active-color', node.text('activeColor'))
  style.setProperty('--background-color', node.text('backgroundColor'))
  style.setProperty('--stroke-width', `${node.number('strokeWidth') || 6}px`)
  node.element.dataset.info = node.flag('showInfo') ? `${node.number('percent')}%` : ''
}
