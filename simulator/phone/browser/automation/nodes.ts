import type { glassEasel } from 'glass-easel-miniprogram-adapter'
import { documentSelector } from './selector'

export type Component = glassEasel.GeneralComponent

/** What the client makes an element of; with a nodeId it is one of a component. */
export interface Description {
  elementId: string
  tagName: string
  nodeId?: string
}

export type Nodes = ReturnType<typeof createNodes>

/**
 * The elements that the client was told of, and how it finds more. As on a phone, a selector sees the
 * nodes of the page itself, or of one component, and not what is inside the components among them.
 *
 * @param scopeOf the prefix of a page's or component's class names, by its path
 */
export function createNodes(scopeOf: (path: string) => string) {
  const ids = new WeakMap<HTMLElement, string>()
  const elements = new Map<string, WeakRef<HTMLElement>>()
  // Ids of a phone that was loaded again must not be those of the one before.
  const base = Date.now().toString(36)

  const idOf = (element: HTMLElement) => {
    const known = ids.get(element)
    if (known !== undefined) return known
    const id = `${base}-${elements.size + 1}`
    ids.set(element, id)
    elements.set(id, new WeakRef(element))
    return id
  }
  const within = (root: HTMLElement, owner: Component, selector: string) => {
    const names = { styleScope: scopeOf(owner.is), idPrefix: idPrefixOf(owner) }
    return [...root.querySelectorAll<HTMLElement>(documentSelector(selector, names))].filter(
      (found) => componentOf(found)?.ownerShadowRoot === owner.getShadowRoot(),
    )
  }

  return {
    describe(element: HTMLElement): Description {
      const elementId = idOf(element)
      const tagName = element.tagName.toLowerCase().replace(/^wx-/, '')
      return { elementId, tagName, ...(isOwnComponent(element) ? { nodeId: elementId } : {}) }
    },
    find(id: unknown): HTMLElement {
      const element = elements.get(String(id))?.deref()
      if (element?.isConnected !== true) throw new Error('the element is not there any more')
      return element
    },
    /** What a page sees, or a component of the mini program inside itself. */
    inside: (component: Component, selector: string) =>
      within(component.$$ as unknown as HTMLElement, component, selector),
    /** What is around and below an element, for whoever wrote it there. */
    below(element: HTMLElement, selector: string) {
      const owner = componentOf(element)?.ownerShadowRoot?.getHostNode()
      return owner === undefined ? [] : within(element, owner, selector)
    },
  }
}

/** The framework's side of an element of the document. */
export function componentOf(element: Node): Component | undefined {
  return (element as { __wxElement?: Component }).__wxElement
}

/** Whether a component of the mini program, and not a built-in one, is shown by an element. */
export function isOwnComponent(element: HTMLElement): boolean {
  const path = componentOf(element)?.is
  return typeof path === 'string' && path !== '' && !path.startsWith('wx://')
}

/** What the adapter writes before ids, which it tells nobody. */
export function idPrefixOf(component: Component): string {
  return (component as unknown as { _$idPrefix?: string })._$idPrefix ?? ''
}
