import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { onPage, type Caller } from './selector-query'

type Margins = Partial<Record<'left' | 'top' | 'right' | 'bottom', number>>

export interface ObserverOptions {
  thresholds?: number[]
  initialRatio?: number
  observeAll?: boolean
}

interface Reference {
  selector: string | undefined
  margins: Margins
}

/**
 * IntersectionObserver of a component. The viewport is the page, and rectangles are measured from
 * its corner. Of several references the last one counts.
 * https://developers.weixin.qq.com/miniprogram/dev/api/wxml/IntersectionObserver.html
 */
export function createIntersectionObserver(
  scope: Caller | undefined,
  { thresholds = [0], initialRatio = 0, observeAll = false }: ObserverOptions = {},
) {
  const watching: IntersectionObserver[] = []
  let reference: Reference = { selector: undefined, margins: {} }
  const find = (selector: string) => scope?._$.getShadowRoot()?.querySelectorAll(selector) ?? []

  const watch = (node: glassEasel.Element, hear: (status: object) => void) => {
    const target = node.$$
    if (!(target instanceof HTMLElement)) return
    const { selector, margins } = reference
    const root =
      selector === undefined ? target.closest('div.page-scroller') : find(selector)[0]?.$$
    if (!(root instanceof Element)) return
    let ratio = initialRatio
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry === undefined || entry.intersectionRatio === ratio) return
        ratio = entry.intersectionRatio
        hear(described(node, entry))
      },
      { root, rootMargin: cssMargin(margins), threshold: thresholds },
    )
    observer.observe(target)
    watching.push(observer)
  }

  const observer = {
    relativeTo(selector: string, margins: Margins = {}) {
      reference = { selector, margins }
      return observer
    },
    relativeToViewport(margins: Margins = {}) {
      reference = { selector: undefined, margins }
      return observer
    },
    observe(selector: string, hear: (status: object) => void) {
      const found = find(selector)
      for (const node of observeAll ? found : found.slice(0, 1)) watch(node, hear)
    },
    disconnect() {
      for (const one of watching.splice(0)) one.disconnect()
    },
  }
  return observer
}

function cssMargin({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): string {
  return `${top}px ${right}px ${bottom}px ${left}px`
}

function described(node: glassEasel.Element, entry: IntersectionObserverEntry) {
  const { left, top } = entry.target.getBoundingClientRect()
  const own = onPage(entry.target)
  const plain = (box: DOMRectReadOnly | null) => {
    const { width = 0, height = 0 } = box ?? {}
    const [x, y] = [(box?.left ?? 0) - left + own.left, (box?.top ?? 0) - top + own.top]
    return { left: x, top: y, right: x + width, bottom: y + height, width, height }
  }
  const { intersectionRatio, intersectionRect, boundingClientRect, rootBounds, time } = entry
  return {
    id: node.id,
    dataset: { ...node.dataset },
    intersectionRatio,
    time,
    intersectionRect: plain(intersectionRect),
    boundingClientRect: plain(boundingClientRect),
    relativeRect: plain(rootBounds),
  }
}
