import { componentOf, idPrefixOf } from './nodes'

/** The page as WXML, with the way back to the elements that it was made of. */
export interface Wxml {
  root: Element
  shownBy: ReadonlyMap<Node, HTMLElement>
}

/**
 * Writes an element, and everything in it, as the mini program knows it: its own tags, classes and ids.
 * What a built-in component is drawn with stays out; what is inside the mini program's components is in.
 */
export function wxmlOf(element: HTMLElement, scopes: ReadonlySet<string>): Wxml {
  const file = document.implementation.createDocument(null, null)
  const shownBy = new Map<Node, HTMLElement>()

  const write = (from: HTMLElement): Element => {
    const made = file.createElement(from.tagName.toLowerCase().replace(/^wx-/, ''))
    shownBy.set(made, from)
    for (const { name, value } of from.attributes) {
      if (name === 'wx-host') continue
      made.setAttribute(name, attributeOf(from, name, scopes) ?? value)
    }
    for (const child of from.childNodes) {
      if (child instanceof Text) made.append(file.createTextNode(child.data))
      else if (child instanceof HTMLElement && componentOf(child) !== undefined)
        made.append(write(child))
    }
    return made
  }
  const root = write(element)
  file.append(root)
  return { root, shownBy }
}

/** An attribute as the mini program wrote it. */
export function attributeOf(
  element: HTMLElement,
  name: string,
  scopes: ReadonlySet<string>,
): string | null {
  const value = element.getAttribute(name)
  if (value === null) return null
  if (name === 'class') {
    const unscoped = (word: string) => {
      const [scope = '', ...rest] = word.split('--')
      return rest.length > 0 && scopes.has(scope) ? rest.join('--') : word
    }
    return value.split(/\s+/).map(unscoped).join(' ')
  }
  if (name !== 'id') return value
  const owner = componentOf(element)?.ownerShadowRoot?.getHostNode()
  const prefix = owner === undefined ? '' : idPrefixOf(owner)
  return prefix !== '' && value.startsWith(`${prefix}--`) ? value.slice(prefix.length + 2) : value
}

/** The element itself as text, or what is in it. */
export function serialized({ root }: Wxml, type: 'outer' | 'inner'): string {
  const writer = new XMLSerializer()
  if (type === 'outer') return writer.serializeToString(root)
  return [...root.childNodes].map((node) => writer.serializeToString(node)).join('')
}

/** The elements that an XPath finds, in the order of the document. */
export function byXpath({ root, shownBy }: Wxml, xpath: string): HTMLElement[] {
  const file = root.ownerDocument
  const found = file.evaluate(xpath, file, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE)
  const nodes = Array.from({ length: found.snapshotLength }, (_, at) => found.snapshotItem(at))
  return nodes.flatMap((node) => (node === null ? [] : (shownBy.get(node) ?? [])))
}
