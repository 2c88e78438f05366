import { element } from '../dom'
import { registerControl } from './controls'
import type { BuiltinNode, DefineBuiltin } from './define'

const PROPERTIES = {
  value: null,
  placeholder: '',
  placeholderClass: '',
  placeholderStyle: '',
  type: 'text',
  password: false,
  disabled: false,
  maxlength: 140,
  focus: false,
  autoFocus: false,
  name: '',
  confirmType: 'done',
  confirmHold: false,
  autoHeight: false,
  cursorSpacing: 0,
  adjustPosition: true,
  showConfirmBar: true,
  cursor: -1,
}

const KEYBOARDS: Record<string, string> = { number: 'numeric', digit: 'decimal', idcard: 'text' }

type Field = HTMLInputElement | HTMLTextAreaElement

/** input and textarea: the browser's own field inside the mini program's element. */
export function defineTextFields(define: DefineBuiltin): void {
  for (const tag of ['input', 'textarea'] as const) {
    const fields = new WeakMap<BuiltinNode, Field>()
    define(tag, {
      properties: PROPERTIES,
      reflected: ['disabled', 'autoHeight'],
      attached(node) {
        const field = element(tag)
        fields.set(node, field)
        for (const name of Object.keys(PROPERTIES)) apply(node, field, name)
        node.element.append(field)
        listen(node, field)
        registerControl(node.element, {
          name: () => node.text('name'),
          value: () => field.value,
          reset: () => void (field.value = ''),
          activate: () => field.focus(),
        })
      },
      changed(node, name) {
        const field = fields.get(node)
        if (field !== undefined) apply(node, field, name)
      },
    })
  }
}

function apply(node: BuiltinNode, field: Field, name: string): void {
  switch (name) {
    case 'value':
      // Writing an equal value would move the cursor to the end.
      if (field.value !== node.text('value')) field.value = node.text('value')
      break
    case 'placeholder':
      field.placeholder = node.text('placeholder')
      break
    case 'disabled':
      field.disabled = node.flag('disabled')
      break
    case 'maxlength':
      if (node.number('maxlength') >= 0) field.maxLength = node.number('maxlength')
      else field.removeAttribute('maxlength')
      break
    case 'type':
    case 'password':
      field.inputMode = KEYBOARDS[node.text('type')] ?? 'text'
      if (field instanceof HTMLInputElement)
        field.type = node.flag('password') ? 'password' : 'text'
      break
    case 'focus':
    case 'autoFocus':
      if (node.flag(name)) queueMicrotask(() => field.focus())
      break
  }
}

function listen(node: BuiltinNode, field: Field): void {
  const detail = () => ({ value: field.value, cursor: field.selectionStart ?? 0 })
  field.addEventListener('input', () => {
    node.set('value', field.value)
    const handleListenerReturn = (returned: unknown) => replaceText(node, field, returned)
    node.trigger('input', { ...detail(), keyCode: 0 }, { handleListenerReturn })
  })
  field.addEventListener('focus', () => node.trigger('focus', { value: field.value, height: 0 }))
  field.addEventListener('blur', () => node.trigger('blur', detail()))
  field.addEventListener('keydown', (event) => {
    if ((event as KeyboardEvent).key === 'Enter' && field instanceof HTMLInputElement)
      node.trigger('confirm', { value: field.value })
  })
}

/** A handler of `input` may give another text, or `{ value, cursor }`. */
function replaceText(node: BuiltinNode, field: Field, returned: unknown): void {
  const { value, cursor } =
    typeof returned === 'object' && returned !== null
      ? (returned as { value?: unknown; cursor?: unknown })
      : { value: returned, cursor: undefined }
  if (typeof value !== 'string') return
  field.value = value
  node.set('value', value)
  if (typeof cursor === 'number') field.setSelectionRange(cursor, cursor)
}
