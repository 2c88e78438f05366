import type { Page } from '../page'
import { callMethod, type Methods, type Params } from './methods'
import { componentOf, isOwnComponent, type Component, type Nodes } from './nodes'
import { callOnElement } from './element-functions'
import { happen, release, tap, touch } from './fingers'
import { first, listOf } from './page-methods'
import { valueAt } from './path'
import { attributeOf, serialized, wxmlOf } from './wxml'

interface Instance {
  data: Params
  setData(data: unknown): void
}

/** Element.…: one element of a page or of a component. */
export function elementMethods(
  nodes: Nodes,
  scopes: ReadonlySet<string>,
  pageOf: (params: Params) => Page,
): Methods {
  const find = ({ elementId }: Params) => nodes.find(elementId)
  const component = (params: Params): Component => {
    const found = componentOf(find(params))
    if (found === undefined) throw new Error('the element belongs to nobody')
    return found
  }
  const instance = (params: Params) => component(params).getMethodCaller() as unknown as Instance
  const bySelector = (params: Params) => {
    const [from, selector] = [find(params), String(params['selector'])]
    return isOwnComponent(from)
      ? nodes.inside(component(params), selector)
      : nodes.below(from, selector)
  }
  const each = (params: Params, read: (element: HTMLElement, name: string) => unknown) =>
    listOf(params['names']).map((name) => read(find(params), name))

  return {
    'Element.getElement': (params) => first(nodes, bySelector(params)),
    'Element.getElements': (params) => ({ elements: bySelector(params).map(nodes.describe) }),
    'Element.getDOMProperties': (params) => ({
      properties: each(params, (element, name) => element[name as keyof HTMLElement]),
    }),
    'Element.getAttributes': (params) => ({
      attributes: each(params, (element, name) => attributeOf(element, name, scopes)),
    }),
    'Element.getStyles': (params) => ({
      styles: each(params, (element, name) => styleOf(element, name)),
    }),
    'Element.getProperties': (params) => ({
      properties: each(params, (_element, name) => propertyOf(component(params), name)),
    }),
    'Element.getOffset': (params) => offsetIn(pageOf(params), find(params)),
    'Element.getWXML': (params) => ({
      wxml: serialized(
        wxmlOf(find(params), scopes),
        params['type'] === 'outer' ? 'outer' : 'inner',
      ),
    }),
    'Element.tap': (params) => tap(find(params)),
    'Element.touchstart': (params) => touch(find(params), 'touchstart', params),
    'Element.touchmove': (params) => touch(find(params), 'touchmove', params),
    'Element.touchend': (params) => release(find(params), params),
    'Element.triggerEvent': (params) =>
      happen(find(params), String(params['type']), params['detail']),
    'Element.dispatchEvent': ({ eventName, detail, ...params }) => {
      const [element, type] = [find(params), String(eventName)]
      if (type === 'touchstart' || type === 'touchmove') return touch(element, type, params)
      if (type === 'touchend') return release(element, params)
      return type === 'tap' ? tap(element) : happen(element, type, detail)
    },
    'Element.callFunction': (params) => ({ result: callOnElement(find(params), params) }),
    'Element.getData': (params) => ({ data: valueAt(instance(params).data, params['path']) }),
    'Element.setData': (params) => instance(params).setData(params['data']),
    'Element.callMethod': async (params) => ({
      result: await callMethod(instance(params), params),
    }),
  }
}

function styleOf(element: HTMLElement, name: string): unknown {
  const style = getComputedStyle(element)
  return name.includes('-') ? style.getPropertyValue(name) : style[name as keyof typeof style]
}

/** The client first asks which properties there are. */
function propertyOf({ data }: Component, name: string): unknown {
  const values = data as Params
  if (name === '__propPublic')
    return Object.fromEntries(Object.keys(values).map((known) => [known, true]))
  return values[name]
}

/** From the top left corner of the page, which may be scrolled. */
function offsetIn({ scroller }: Page, element: HTMLElement) {
  const [own, page] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()]
  return {
    left: own.left - page.left + scroller.scrollLeft,
    top: own.top - page.top + scroller.scrollTop,
  }
}
