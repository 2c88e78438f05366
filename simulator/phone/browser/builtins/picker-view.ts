import { createWheel } from '../wheel'
import type { BuiltinNode, DefineBuiltin } from './define'

/** Height of an item unless `indicator-style` says otherwise, in points. */
const ITEM_HEIGHT = 34

/**
 * picker-view and its columns: wheels inside the page.
 * https://developers.weixin.qq.com/miniprogram/dev/component/picker-view.html
 */
export function definePickerView(define: DefineBuiltin): void {
  const wheels = new WeakMap<Element, ReturnType<typeof createWheel>>()
  const columnsOf = (view: Element) => [...view.querySelectorAll('wx-picker-view-column')]
  const turn = (node: BuiltinNode) => {
    const value = node.value('value') as unknown[]
    columnsOf(node.element).forEach((column, index) => {
      const wanted = Number(value[index] ?? 0)
      const wheel = wheels.get(column)
      if (wheel !== undefined && wheel.standing() !== wanted) wheel.turnTo(wanted)
    })
  }
  define('picker-view', {
    properties: {
      value: [],
      indicatorStyle: '',
      indicatorClass: '',
      maskStyle: '',
      maskClass: '',
      immediateChange: false,
    },
    attached(node) {
      style(node)
      // The columns are attached before what is inside them.
      queueMicrotask(() => turn(node))
      node.element.addEventListener('wheel-settled', () => {
        const value = columnsOf(node.element).map((column) => wheels.get(column)?.standing() ?? 0)
        node.set('value', value)
        node.trigger('change', { value })
      })
    },
    changed(node, name) {
      if (name === 'value') turn(node)
      if (name === 'indicatorStyle') style(node)
    },
  })
  define('picker-view-column', {
    attached(node) {
      const height = () => node.element.firstElementChild?.clientHeight || ITEM_HEIGHT
      const settled = () =>
        node.element.dispatchEvent(new CustomEvent('wheel-settled', { bubbles: true }))
      wheels.set(node.element, createWheel(node.element, height, settled))
    },
  })
}

function style({ element, text }: BuiltinNode): void {
  const height = /(?:^|;)\s*height:\s*([\d.]+)px/.exec(text('indicatorStyle'))?.[1]
  element.style.setProperty('--item-height', `${height ?? ITEM_HEIGHT}px`)
}
