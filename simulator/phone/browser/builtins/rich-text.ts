import type { DefineBuiltin } from './define'

interface RichNode {
  type?: 'node' | 'text'
  name?: string
  text?: string
  attrs?: Record<string, unknown>
  children?: RichNode[]
}

/** Tags that rich-text draws; others and their content are left out. */
const TAGS = new Set(
  'a abbr b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins li ol p pre s small span strong sub sup table tbody td th thead tr u ul'.split(
    ' ',
  ),
)
const ATTRIBUTES = new Set([
  'class',
  'style',
  'src',
  'alt',
  'width',
  'height',
  'colspan',
  'rowspan',
])

/**
 * rich-text: nodes or a text of HTML, of which only harmless tags and attributes are drawn.
 * https://developers.weixin.qq.com/miniprogram/dev/component/rich-text.html
 */
export function defineRichText(define: DefineBuiltin): void {
  const draw = (target: HTMLElement, nodes: unknown) => {
    target.replaceChildren(
      ...(typeof nodes === 'string' ? fromHtml(nodes) : fromNodes(nodes as RichNode[])),
    )
  }
  define('rich-text', {
    properties: { nodes: null, space: '' },
    attached: (node) => draw(node.element, node.value('nodes') ?? []),
    changed: (node, name, value) => name === 'nodes' && draw(node.element, value ?? []),
  })
}

function fromHtml(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  return [...parsed.body.childNodes].flatMap(cleaned)
}

function cleaned(node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.textContent ?? '')]
  if (!(node instanceof Element)) return []
  const attributes = [...node.attributes].map(({ name, value }) => [name, value] as const)
  return drawn(node.localName, attributes, [...node.childNodes].flatMap(cleaned))
}

function fromNodes(nodes: readonly RichNode[]): Node[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap(({ type, name = '', text = '', attrs = {}, children = [] }) =>
    type === 'text'
      ? [document.createTextNode(text)]
      : drawn(name.toLowerCase(), Object.entries(attrs), fromNodes(children)),
  )
}

function drawn(
  tag: string,
  attributes: readonly (readonly [string, unknown])[],
  children: Node[],
): Node[] {
  if (!TAGS.has(tag)) return []
  const made = document.createElement(tag)
  for (const [name, value] of attributes) {
    const harmless = name !== 'src' || /^(https?:|data:image\/)/.test(String(value))
    if (ATTRIBUTES.has(name) && harmless) made.setAttribute(name, String(value))
  }
  made.append(...children)
  return [made]
}
