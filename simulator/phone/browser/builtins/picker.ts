import type { OpenWheels, WheelSheet, Wheels } from '../shell/wheel-sheet'
import { registerControl } from './controls'
import type { BuiltinNode, DefineBuiltin } from './define'
import { dateParts, timeParts, written, type Parts } from './picker-columns'

export interface PickerSurroundings {
  openWheels: OpenWheels
  /** Tells the person that something is missing in the preview. */
  notSimulated(what: string): void
}

/**
 * picker, in all modes but `region`, for which the list of regions is missing.
 * https://developers.weixin.qq.com/miniprogram/dev/component/picker.html
 */
export function definePicker(define: DefineBuiltin, surroundings: PickerSurroundings): void {
  const open = new WeakMap<BuiltinNode, WheelSheet>()
  const press = async (node: BuiltinNode) => {
    if (node.flag('disabled') || open.has(node)) return
    const before = node.value('value')
    const mode = node.text('mode')
    const choose = MODES[mode]
    if (choose === undefined) return surroundings.notSimulated(`<picker mode="${mode}">`)
    const { sheet, value } = choose(node, surroundings.openWheels)
    open.set(node, sheet)
    const answer = await sheet.answer
    open.delete(node)
    if (answer === undefined) {
      node.set('value', before)
      return node.trigger('cancel')
    }
    const chosen = value(answer)
    node.set('value', chosen)
    node.trigger('change', { value: chosen })
  }
  define('picker', {
    properties: {
      mode: 'selector',
      range: [],
      rangeKey: '',
      value: null,
      disabled: false,
      name: '',
      start: '',
      end: '',
      fields: 'day',
      headerText: '',
    },
    created: (node) => node.on('tap', () => void press(node)),
    attached: (node) =>
      registerControl(node.element, {
        name: () => node.text('name'),
        value: () => node.value('value'),
        reset: () => node.set('value', node.text('mode') === 'selector' ? 0 : ''),
        activate: () => void press(node),
      }),
    // A picker of several columns fills the next ones while it is open.
    changed: (node, name) =>
      (name === 'range' || name === 'value') &&
      node.text('mode') === 'multiSelector' &&
      open.get(node)?.update(columnsOf(node)),
  })
}

interface Choice {
  sheet: WheelSheet
  /** What `change` tells for the numbers that were confirmed. */
  value(answer: number[]): unknown
}

const MODES: Record<string, (node: BuiltinNode, openWheels: OpenWheels) => Choice> = {
  selector(node, openWheels) {
    const [items] = textsOf([node.value('range')], node)
    const wheels = { columns: [items ?? []], chosen: [node.number('value')] }
    const sheet = openWheels(node.text('headerText'), wheels, () => undefined)
    return { sheet, value: ([index]) => String(index) }
  },
  multiSelector(node, openWheels) {
    const sheet = openWheels(node.text('headerText'), columnsOf(node), (column, value) => {
      node.set('value', Object.assign([...columnsOf(node).chosen], { [column]: value }))
      node.trigger('columnchange', { column, value })
    })
    return { sheet, value: (answer) => answer }
  },
  date: (node, openWheels) =>
    byParts(node, openWheels, '-', (value, start, end) =>
      dateParts(value, start, end, node.text('fields')),
    ),
  time: (node, openWheels) => byParts(node, openWheels, ':', timeParts),
}

function byParts(
  node: BuiltinNode,
  openWheels: OpenWheels,
  separator: string,
  read: (value: string, start: string, end: string) => Parts,
): Choice {
  let parts = read(node.text('value'), node.text('start'), node.text('end'))
  const sheet = openWheels(node.text('headerText'), parts.wheels, (column, index) => {
    parts = parts.turned(column, index)
    sheet.update(parts.wheels)
  })
  return { sheet, value: () => written(parts.chosen, separator) }
}

function columnsOf(node: BuiltinNode): Wheels {
  const value = node.value('value')
  const columns = textsOf(node.value('range') as unknown[], node)
  const chosen = Array.isArray(value) ? value.map(Number) : []
  return { columns, chosen: columns.map((_, index) => chosen[index] ?? 0) }
}

function textsOf(columns: readonly unknown[], node: BuiltinNode): string[][] {
  const key = node.text('rangeKey')
  return columns.map((items) =>
    (Array.isArray(items) ? items : []).map((item: unknown) =>
      key === '' ? String(item) : String((item as Record<string, unknown>)[key]),
    ),
  )
}
