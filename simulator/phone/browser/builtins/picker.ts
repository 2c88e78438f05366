import { registerControl } from './controls'
import type { BuiltinNode, DefineBuiltin } from './define'

/** Lets the person choose one of several texts; gives its index, or `undefined` when dismissed. */
export type Choose = (items: string[]) => Promise<number | undefined>

/** picker: the selector mode offers its range; the other modes are drawn but do not open. */
export function definePicker(define: DefineBuiltin, choose: Choose): void {
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
    created: (node) => node.on('tap', () => void open(node, choose)),
    attached: (node) =>
      registerControl(node.element, {
        name: () => node.text('name'),
        value: () => node.value('value'),
        reset: () => node.set('value', 0),
        activate: () => void open(node, choose),
      }),
  })
}

async function open(node: BuiltinNode, choose: Choose): Promise<void> {
  if (node.flag('disabled')) return
  if (node.text('mode') !== 'selector') {
    console.warn(`[phone] <picker mode="${node.text('mode')}"> is not simulated`)
    return
  }
  const key = node.text('rangeKey')
  const range = node.value('range') as unknown[]
  const items = range.map((item) =>
    key === '' ? String(item) : String((item as Record<string, unknown>)[key]),
  )
  const index = await choose(items)
  if (index === undefined) node.trigger('cancel')
  else {
    node.set('value', index)
    node.trigger('change', { value: String(index) })
  }
}
