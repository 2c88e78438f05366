import { nodeOf } from '../app-event'
import { isGrouped } from './choices'
import { controlOf, controlsIn, type Control } from './controls'
import type { BuiltinNode, DefineBuiltin } from './define'
import { isSeenFrom } from './ownership'

/** form and label: what holds the controls, and what points at one. */
export function defineForms(define: DefineBuiltin): void {
  define('form', {
    properties: { reportSubmit: false },
    created(node) {
      const isMine = ({ target }: Event) =>
        target instanceof Element && isSeenFrom(node.element, target, 'buttons')
      node.element.addEventListener('form-submit', (event) => {
        if (!isMine(event)) return
        event.stopPropagation()
        node.trigger('submit', { value: formValue(node.element) })
      })
      node.element.addEventListener('form-reset', (event) => {
        if (!isMine(event)) return
        event.stopPropagation()
        for (const control of controlsIn(node.element)) control.reset()
        node.trigger('reset')
      })
    },
  })
  define('label', {
    properties: { for: '' },
    created: (node) =>
      node.element.addEventListener('click', (event) => {
        const inside = event.target instanceof Element ? event.target : null
        // A tap on the control itself has already done its work.
        if (inside !== null && inside !== node.element && ownControl(inside, node.element)) return
        labelled(node)?.activate()
      }),
  })
}

/** Tells the form around a button that it was submitted or reset. */
export function sendToForm(from: Element, type: string): void {
  from.dispatchEvent(new CustomEvent(`form-${type}`, { bubbles: true }))
}

function formValue(form: Element): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const shown of form.querySelectorAll('*')) {
    const control = controlOf(shown)
    if (control === undefined || control.name() === '') continue
    if (!isSeenFrom(form, shown, 'fields')) continue
    const isGroup = /-group$/i.test(shown.tagName)
    if (isGroup || !isGrouped(shown)) value[control.name()] = control.value()
  }
  return value
}

function labelled(node: BuiltinNode): Control | undefined {
  const id = node.text('for')
  if (id !== '') {
    const found = nodeOf(node.element)?.ownerShadowRoot?.querySelector(`#${id}`)
    return found?.$$ instanceof Element ? controlOf(found.$$) : undefined
  }
  return controlsIn(node.element)[0]
}

function ownControl(inside: Element, label: Element): boolean {
  for (let at: Element | null = inside; at !== null && at !== label; at = at.parentElement)
    if (controlOf(at) !== undefined) return true
  return false
}
