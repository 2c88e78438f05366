import type { Page, PageInstance } from '../page'
import { callMethod, type Methods, type Params, type Phone } from './methods'
import type { Nodes } from './nodes'
import { valueAt } from './path'
import { byXpath, wxmlOf } from './wxml'

type SetData = (this: PageInstance, data: unknown) => void

/** Numbers of the open pages, as the client knows them. */
export function createPageNumbers({ stack }: Pick<Phone, 'stack'>) {
  const numbers = new WeakMap<Page, number>()
  // The client keeps what it knows of a number: one of a phone loaded again must not be the same.
  let last = Date.now()
  const numberOf = (page: Page) => {
    const number = numbers.get(page) ?? (last += 1)
    numbers.set(page, number)
    return number
  }
  return {
    describe: (page: Page) => {
      const { path, query } = page.route
      return { pageId: numberOf(page), path, query }
    },
    find({ pageId }: Params): Page {
      const page = stack.pages().find((open) => numberOf(open) === pageId)
      if (page === undefined) throw new Error('the page is not open any more')
      return page
    },
  }
}

/** Page.…: one open page. */
export function pageMethods(
  nodes: Nodes,
  scopes: ReadonlySet<string>,
  find: (params: Params) => Page,
): Methods {
  const bySelector = (params: Params) =>
    nodes.inside(find(params).component, String(params['selector']))
  const onPath = (params: Params) =>
    byXpath(
      wxmlOf(find(params).component.$$ as unknown as HTMLElement, scopes),
      String(params['selector']),
    )
  return {
    'Page.getElement': (params) => first(nodes, bySelector(params)),
    'Page.getElements': (params) => ({ elements: bySelector(params).map(nodes.describe) }),
    'Page.getElementByXpath': (params) => first(nodes, onPath(params)),
    'Page.getElementsByXpath': (params) => ({ elements: onPath(params).map(nodes.describe) }),
    'Page.getData': (params) => ({ data: valueAt(find(params).instance['data'], params['path']) }),
    'Page.setData': (params) => {
      const { instance } = find(params)
      ;(instance['setData'] as SetData).call(instance, params['data'])
    },
    'Page.callMethod': async (params) => ({
      result: await callMethod(find(params).instance, params),
    }),
    'Page.getWindowProperties': (params) => ({
      properties: listOf(params['names']).map((name) => windowProperty(find(params), name)),
    }),
  }
}

/** The client takes an error for "there is none". */
export function first(nodes: Nodes, [found]: HTMLElement[]) {
  if (found === undefined) throw new Error('no such element')
  return nodes.describe(found)
}

export function listOf(names: unknown): string[] {
  return Array.isArray(names) ? names.map(String) : []
}

/** A page is a window of its own on a phone; here it is what scrolls. */
function windowProperty({ scroller }: Page, name: string): unknown {
  const [, property] = /^document\.(?:documentElement|body)\.(\w+)$/.exec(name) ?? []
  if (property === undefined) throw new Error(`${name} is not simulated in the preview`)
  return scroller[property as keyof HTMLElement]
}
