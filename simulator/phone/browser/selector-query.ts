import { glassEasel, type component as adapter } from 'glass-easel-miniprogram-adapter'

/** A component as its own code sees it. */
export type Caller = adapter.GeneralComponent

type Found = Record<string, unknown>
type Hear = (found: unknown) => void

/** What is asked of each node. */
interface Fields {
  id?: boolean
  dataset?: boolean
  mark?: boolean
  rect?: boolean
  size?: boolean
  scrollOffset?: boolean
  properties?: string[]
  computedStyle?: string[]
}

const RECT: Fields = { id: true, dataset: true, rect: true, size: true }
const SCROLL: Fields = { id: true, dataset: true, scrollOffset: true }

/**
 * SelectorQuery, measured from the corner of the page: what lies above it is the client's.
 * https://developers.weixin.qq.com/miniprogram/dev/api/wxml/SelectorQuery.html
 */
export function createSelectorQuery(from: Caller | undefined) {
  let scope = from
  const questions: (() => unknown)[] = []

  const ask = (find: () => unknown, hear: Hear | undefined) => {
    questions.push(() => {
      const found = find()
      hear?.(found)
      return found
    })
    return query
  }
  const nodesRef = (find: (fields: Fields) => unknown) => ({
    fields: (fields: Fields, hear?: Hear) => ask(() => find(fields), hear),
    boundingClientRect: (hear?: Hear) => ask(() => find(RECT), hear),
    scrollOffset: (hear?: Hear) => ask(() => find(SCROLL), hear),
  })
  const query = {
    in(component: Caller) {
      scope = component
      return query
    },
    select: (selector: string) =>
      nodesRef((fields) => {
        const node = rootOf(scope)?.querySelector(selector)
        return node == null ? null : described(node, fields)
      }),
    selectAll: (selector: string) =>
      nodesRef((fields) =>
        (rootOf(scope)?.querySelectorAll(selector) ?? []).map((node) => described(node, fields)),
      ),
    selectViewport: () => nodesRef((fields) => viewport(scope, fields)),
    /** Looks when what was set before has been drawn, and answers all questions at once. */
    exec(hear?: (all: unknown[]) => void) {
      setTimeout(() => {
        const answers = questions.map((question) => question())
        hear?.(answers)
      })
    },
  }
  return query
}

function rootOf(scope: Caller | undefined): glassEasel.ShadowRoot | null {
  return scope?._$.getShadowRoot() ?? null
}

function shownBy(node: glassEasel.Element): HTMLElement | undefined {
  return node.$$ instanceof HTMLElement ? node.$$ : undefined
}

function described(node: glassEasel.Element, fields: Fields): Found {
  const shown = shownBy(node)
  const found: Found = {}
  if (fields.id) found.id = node.id
  if (fields.dataset) found.dataset = { ...node.dataset }
  if (fields.mark) found.mark = node.collectMarks()
  if (shown === undefined) return found
  measure(found, fields, onPage(shown))
  if (fields.scrollOffset) Object.assign(found, scrolled(shown))
  const style = fields.computedStyle?.length ? getComputedStyle(shown) : undefined
  for (const name of fields.computedStyle ?? [])
    found[name] = style?.getPropertyValue(kebab(name)) ?? ''
  for (const name of fields.properties ?? [])
    if (glassEasel.Component.isComponent(node) && name in node.data)
      found[name] = (node.data as Found)[name]
  return found
}

function viewport(scope: Caller | undefined, fields: Fields): Found {
  const node = scope?._$.getShadowRoot()
  const shown = scope === undefined ? undefined : shownBy(scope._$)
  const page = (shown ?? undefined)?.closest<HTMLElement>('div.page-scroller')
  const found: Found = {}
  if (node == null || page == null) return found
  if (fields.id) found.id = ''
  if (fields.dataset) found.dataset = {}
  const { clientWidth: width, clientHeight: height } = page
  measure(found, fields, { left: 0, top: 0, width, height })
  if (fields.scrollOffset) Object.assign(found, scrolled(page))
  return found
}

type Box = Record<'left' | 'top' | 'width' | 'height', number>

function measure(found: Found, fields: Fields, { left, top, width, height }: Box): void {
  if (fields.rect) Object.assign(found, { left, top, right: left + width, bottom: top + height })
  if (fields.size) Object.assign(found, { width, height })
}

/** Where an element is, seen from the page it is on. */
export function onPage(shown: Element): Box {
  const { left, top, width, height } = shown.getBoundingClientRect()
  const corner = shown.closest('section.page')?.getBoundingClientRect()
  return { left: left - (corner?.left ?? 0), top: top - (corner?.top ?? 0), width, height }
}

function scrolled({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: Element): Found {
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
