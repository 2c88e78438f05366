import { isSeenFrom } from './ownership'

/** What a form, a group or a label can do with the control it holds. */
export interface Control {
  name(): string
  value(): unknown
  reset(): void
  /** What a tap on its label does. */
  activate(): void
}

const controls = new WeakMap<Element, Control>()

/** Makes a control known by the element that shows it. */
export function registerControl(element: Element, control: Control): void {
  controls.set(element, control)
}

/** The control shown by an element, if it is one. */
export function controlOf(element: Element | null): Control | undefined {
  return element === null ? undefined : controls.get(element)
}

/** The controls inside an element that it may see, in document order. */
export function controlsIn(container: Element): Control[] {
  return [...container.querySelectorAll('*')].flatMap((child) => {
    const control = controls.get(child)
    return control !== undefined && isSeenFrom(container, child, 'fields') ? [control] : []
  })
}
