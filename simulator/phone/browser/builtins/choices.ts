import { controlOf, controlsIn, registerControl, type Control } from './controls'
import type { BuiltinNode, DefineBuiltin } from './define'

const PROPERTIES = {
  checked: false,
  disabled: false,
  color: '',
  name: '',
  value: '',
  type: 'switch',
}

/** Which element gathers the choices of a tag. */
const GROUPS = { checkbox: 'wx-checkbox-group', radio: 'wx-radio-group' } as const

/** What a checkbox or radio says about itself to its group. */
const chosen = new WeakMap<Control, { value(): string; checked(): boolean; clear(): void }>()

/** switch, checkbox and radio, and the groups that gather the latter two. */
export function defineChoices(define: DefineBuiltin): void {
  for (const tag of ['switch', 'checkbox', 'radio'] as const) {
    define(tag, {
      properties: PROPERTIES,
      reflected: ['checked', 'disabled', 'type'],
      created: (node) => node.on('tap', () => press(tag, node)),
      attached(node) {
        const control: Control = {
          name: () => node.text('name'),
          value: () => node.flag('checked'),
          reset: () => node.set('checked', false),
          activate: () => press(tag, node),
        }
        chosen.set(control, {
          value: () => node.text('value'),
          checked: () => node.flag('checked'),
          clear: () => node.set('checked', false),
        })
        node.element.style.setProperty('--choice-color', node.text('color') || null)
        node.element.tabIndex = 0
        node.element.setAttribute('role', tag)
        node.element.setAttribute('aria-checked', String(node.flag('checked')))
        registerControl(node.element, control)
      },
      changed(node, name, value) {
        if (name === 'checked') node.element.setAttribute('aria-checked', String(value === true))
      },
    })
  }
  for (const tag of ['checkbox-group', 'radio-group'] as const) {
    define(tag, {
      properties: { name: '' },
      attached: (node) =>
        registerControl(node.element, {
          name: () => node.text('name'),
          value: () => groupValue(node.element, tag === 'radio-group'),
          reset: () => choicesIn(node.element).forEach((choice) => choice.clear()),
          activate: () => undefined,
        }),
      created: (node) =>
        node.element.addEventListener('choice', () =>
          node.trigger('change', { value: groupValue(node.element, tag === 'radio-group') }),
        ),
    })
  }
}

function press(tag: 'switch' | 'checkbox' | 'radio', node: BuiltinNode): void {
  if (node.flag('disabled')) return
  if (tag === 'switch') {
    node.set('checked', !node.flag('checked'))
    node.trigger('change', { value: node.flag('checked') })
    return
  }
  const group = node.element.closest(GROUPS[tag])
  if (tag === 'radio') {
    if (node.flag('checked')) return
    if (group !== null) choicesIn(group).forEach((choice) => choice.clear())
    node.set('checked', true)
  } else {
    node.set('checked', !node.flag('checked'))
  }
  group?.dispatchEvent(new CustomEvent('choice'))
}

function choicesIn(group: Element) {
  return controlsIn(group).flatMap((control) => chosen.get(control) ?? [])
}

function groupValue(group: Element, single: boolean): string | string[] {
  const values = choicesIn(group)
    .filter((choice) => choice.checked())
    .map((choice) => choice.value())
  return single ? (values[0] ?? '') : values
}

/** Whether an element belongs to a group, which then speaks for it in a form. */
export function isGrouped(element: Element): boolean {
  return controlOf(element.closest('wx-checkbox-group, wx-radio-group')) !== undefined
}
