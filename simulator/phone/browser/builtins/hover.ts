/**
 * Pressed looks. A mini program names the class with `hover-class`; glass-easel scopes class names
 * by component, so the node itself has to put it on.
 */
import type { BuiltinNode } from './define'

/** Presses that a node inside has kept from those around it: `hover-stop-propagation`. */
const kept = new WeakSet<Event>()

/** Puts the node's hover-class on while it is pressed. */
export function followPress(node: BuiltinNode): void {
  let pending: ReturnType<typeof setTimeout> | undefined
  const show = (on: boolean) => {
    const name = node.text('hoverClass')
    node.element.toggleAttribute('data-pressed', on && name !== 'none')
    if (name !== 'none' && name !== '')
      for (const part of name.split(/\s+/)) node.toggleClass(part, on)
  }
  const press = (event: Event) => {
    if (kept.has(event)) return
    if (node.flag('hoverStopPropagation')) kept.add(event)
    if (node.text('hoverClass') === 'none' || node.element.hasAttribute('disabled')) return
    clearTimeout(pending)
    pending = setTimeout(() => show(true), node.number('hoverStartTime'))
  }
  const release = () => {
    clearTimeout(pending)
    pending = setTimeout(() => show(false), node.number('hoverStayTime'))
  }
  node.element.addEventListener('pointerdown', press)
  for (const end of ['pointerup', 'pointercancel', 'pointerleave'])
    node.element.addEventListener(end, release)
}
