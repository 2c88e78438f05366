import type { CodeSpace, glassEasel } from 'glass-easel-miniprogram-adapter'

export interface TriggerOptions {
  bubbles?: boolean
  composed?: boolean
  /** Hears of what a handler returned. */
  handleListenerReturn?(returned: unknown): void
}

/** A built-in component on the page, as its own code sees it. */
export interface BuiltinNode {
  readonly element: HTMLElement
  /** What the template calls it, whatever the id of the element is. */
  id(): string
  dataset(): Record<string, unknown>
  value(name: string): unknown
  text(name: string): string
  flag(name: string): boolean
  number(name: string): number
  /** Sets a property from inside; `model:` bindings hear of it. */
  set(name: string, value: unknown): void
  trigger(name: string, detail?: unknown, options?: TriggerOptions): void
  on(name: string, listener: (event: { detail: unknown }) => void): void
  toggleClass(name: string, on: boolean): void
}

export interface Builtin {
  /** Defaults; the type of a property is the type of its default, and `null` takes anything. */
  properties?: Record<string, string | number | boolean | null | unknown[]>
  /** Properties that the style sheet of the built-ins looks at, as attributes. */
  reflected?: readonly string[]
  created?(node: BuiltinNode): void
  attached?(node: BuiltinNode): void
  detached?(node: BuiltinNode): void
  changed?(node: BuiltinNode, name: string, value: unknown): void
}

export type DefineBuiltin = (tag: string, builtin?: Builtin) => void

/** Properties of every built-in component. */
const SHARED_PROPERTIES = {
  hidden: false,
  hoverClass: 'none',
  hoverStopPropagation: false,
  hoverStartTime: 50,
  hoverStayTime: 400,
  ariaLabel: null,
  ariaRole: null,
  ariaHidden: null,
  ariaDisabled: null,
  ariaChecked: null,
  ariaLive: null,
}

/**
 * Gives the function that adds built-in components to a code space. All share one template: the
 * content that the mini program puts inside.
 */
export function builtinDefiner(space: CodeSpace, template: unknown): DefineBuiltin {
  const core = space.getComponentSpace()
  const nodes = new WeakMap<object, BuiltinNode>()
  const nodeOf = (component: glassEasel.GeneralComponent) => {
    const known = nodes.get(component)
    if (known !== undefined) return known
    const made = toNode(component)
    nodes.set(component, made)
    return made
  }

  return (tag, builtin = {}) => {
    const defaults = { ...SHARED_PROPERTIES, ...builtin.properties }
    const changed = (node: BuiltinNode, name: string, value: unknown) => {
      if (name === 'hidden') node.element.toggleAttribute('hidden', value === true)
      if (name === 'ariaRole') reflect(node.element, 'role', value)
      else if (name.startsWith('aria'))
        reflect(node.element, kebab(name), value === null ? null : String(value))
      if (builtin.reflected?.includes(name)) reflect(node.element, kebab(name), value)
      builtin.changed?.(node, name, value)
    }
    const properties = Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [
        name,
        {
          type: typeOf(value),
          value,
          observer(this: glassEasel.GeneralComponent, now: unknown) {
            changed(nodeOf(this), name, now)
          },
        },
      ]),
    )
    const definition = core.defineComponent({
      is: `wx://${tag}`,
      options: { multipleSlots: false },
      properties,
      template,
      lifetimes: {
        created(this: glassEasel.GeneralComponent) {
          builtin.created?.(nodeOf(this))
        },
        attached(this: glassEasel.GeneralComponent) {
          const node = nodeOf(this)
          for (const name of builtin.reflected ?? [])
            reflect(node.element, kebab(name), node.value(name))
          builtin.attached?.(node)
        },
        detached(this: glassEasel.GeneralComponent) {
          builtin.detached?.(nodeOf(this))
        },
      },
    } as unknown as Parameters<typeof core.defineComponent>[0])
    core.setGlobalUsingComponent(
      tag,
      definition as unknown as Parameters<typeof core.setGlobalUsingComponent>[1],
    )
  }
}

function toNode(component: glassEasel.GeneralComponent): BuiltinNode {
  const data = () => component.data as Record<string, unknown>
  const value = (name: string) => data()[name]
  return {
    element: component.$$ as unknown as HTMLElement,
    id: () => component.id,
    dataset: () => ({ ...component.dataset }),
    value,
    text: (name) => (value(name) == null ? '' : String(value(name))),
    flag: (name) => value(name) === true,
    number: (name) => Number.parseFloat(String(value(name))) || 0,
    set: (name, next) => component.setData({ [name]: next }),
    trigger: (name, detail = {}, options = {}) => component.triggerEvent(name, detail, options),
    on: (name, listener) => component.addListener(name, (event) => void listener(event)),
    toggleClass: (name, on) => component.classList?.toggle(name, on),
  }
}

function typeOf(value: unknown): unknown {
  if (value === null) return null
  if (Array.isArray(value)) return Array
  return { string: String, number: Number, boolean: Boolean }[typeof value as 'string']
}

function reflect(target: HTMLElement, name: string, value: unknown): void {
  if (typeof value === 'boolean') target.toggleAttribute(name, value)
  else if (value == null || value === '') target.removeAttribute(name)
  else target.setAttribute(name, String(value))
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
