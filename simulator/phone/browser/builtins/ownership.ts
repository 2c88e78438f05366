import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { nodeOf } from '../app-event'

/** Components whose controls, or whose buttons, a form outside of them may see. */
const open = { fields: new WeakSet<object>(), buttons: new WeakSet<object>() }

/** Lets forms outside of a component see what is in it: the behaviors `wx://form-field-…`. */
export function openToForms(component: object, what: keyof typeof open): void {
  open[what].add(component)
}

/**
 * Whether a form, or a label, and what lies in it belong together: both in one component's template, or
 * every component between them is open to forms.
 */
export function isSeenFrom(holder: Element, inner: Element, what: keyof typeof open): boolean {
  const home = hostOf(nodeOf(holder))
  for (let host = hostOf(nodeOf(inner)); host !== undefined; host = hostOf(host)) {
    if (host === home) return true
    if (!open[what].has(host)) return false
  }
  return home === undefined
}

function hostOf(node: glassEasel.Element | undefined): glassEasel.Element | undefined {
  return node?.ownerShadowRoot?.getHostNode()
}
