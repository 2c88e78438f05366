import { glassEasel } from 'glass-easel-miniprogram-adapter'
import { rewriteLengths } from '../compile/units-of-length'
import { BUILTIN_TAGS } from '../builtin-tags'

export type Backend = ReturnType<typeof createBackend>

/**
 * glass-easel's backend for the current window, bent to look like a mini program's web view: each
 * tag is an element named `wx-…`, and style sheets are known by the page that brought them.
 */
export function createBackend() {
  const context = new glassEasel.CurrentWindowBackendContext()
  const contents = new Map<string, string>()
  const sheets = new Map<string, HTMLStyleElement>()
  let recorded: Set<HTMLStyleElement> | undefined

  const pageDocument = {
    createElement: (tag: string) => createElement(tag),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  }
  context.document = pageDocument as unknown as typeof context.document

  // Events come from gestures.ts and from the built-in components, never from the document.
  context.setListenerStats = () => undefined

  context.registerStyleSheetContent = (path, content) => void contents.set(path, String(content))
  context.appendStyleSheetPath = (path) => {
    let sheet = sheets.get(path)
    if (sheet === undefined) {
      sheet = document.createElement('style')
      sheet.dataset.wxss = path
      sheet.textContent = contents.get(path) ?? ''
      document.head.append(sheet)
      sheets.set(path, sheet)
    }
    recorded?.add(sheet)
    return 0
  }

  return {
    context,
    /** The style sheets that come into use while `make` runs: those of the page it makes. */
    recordStyles<Made>(make: () => Made): { made: Made; styles: Set<HTMLStyleElement> } {
      const outer = recorded
      const styles = (recorded = new Set<HTMLStyleElement>())
      try {
        return { made: make(), styles }
      } finally {
        recorded = outer
      }
    },
    /** Each page is a web view of its own: of all page styles only the visible page's count. */
    useStyles(styles: ReadonlySet<HTMLStyleElement>) {
      for (const sheet of sheets.values()) sheet.disabled = !styles.has(sheet)
    },
  }
}

function createElement(tag: string): HTMLElement {
  const custom = tag.startsWith('wx-') || (tag.includes('-') && !BUILTIN_TAGS.has(tag))
  const made = document.createElement(custom ? tag : `wx-${tag}`)
  const setAttribute = made.setAttribute.bind(made)
  // rpx and the web view's own vw and vh are legal in style="…" too.
  made.setAttribute = (name, value) =>
    setAttribute(name, name === 'style' ? rewriteLengths(String(value)) : value)
  return made
}
