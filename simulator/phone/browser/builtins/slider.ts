import { element } from '../dom'
import { registerControl } from './controls'
import type { BuiltinNode, DefineBuiltin } from './define'

/**
 * slider: the browser's own range field, dressed as WeChat's.
 * https://developers.weixin.qq.com/miniprogram/dev/component/slider.html
 */
export function defineSlider(define: DefineBuiltin): void {
  const fields = new WeakMap<BuiltinNode, HTMLInputElement>()
  define('slider', {
    properties: {
      min: 0,
      max: 100,
      step: 1,
      value: 0,
      disabled: false,
      color: '#e9e9e9',
      selectedColor: '#1aad19',
      activeColor: '#1aad19',
      backgroundColor: '#e9e9e9',
      blockSize: 28,
      blockColor: '#ffffff',
      showValue: false,
      name: '',
    },
    attached(node) {
      const field = element('input')
      field.type = 'range'
      fields.set(node, field)
      draw(node, field)
      node.element.append(field)
      const told = (event: string) => () => {
        node.set('value', Number(field.value))
        node.trigger(event, { value: Number(field.value) })
      }
      field.addEventListener('input', told('changing'))
      field.addEventListener('change', told('change'))
      registerControl(node.element, {
        name: () => node.text('name'),
        value: () => node.number('value'),
        reset: () => node.set('value', node.number('min')),
        activate: () => field.focus(),
      })
    },
    changed(node) {
      const field = fields.get(node)
      if (field !== undefined) draw(node, field)
    },
  })
}

function draw(node: BuiltinNode, field: HTMLInputElement): void {
  const [min, max] = [node.number('min'), node.number('max')]
  Object.assign(field, {
    min,
    max,
    step: node.number('step') || 1,
    disabled: node.flag('disabled'),
  })
  field.valueAsNumber = node.number('value')
  const part = max > min ? (field.valueAsNumber - min) / (max - min) : 0
  const size = Math.min(28, Math.max(12, node.number('blockSize')))
  const looks = {
    '--percent': `${part * 100}%`,
    '--active-color': node.text('activeColor'),
    '--background-color': node.text('backgroundColor'),
    '--block-size': `${size}px`,
    '--block-color': node.text('blockColor'),
  }
  for (const [name, value] of Object.entries(looks)) node.element.style.setProperty(name, value)
  node.element.dataset.value = node.flag('showValue') ? field.value : ''
}
