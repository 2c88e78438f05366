import { BUILTIN_TAGS } from '../../builtin-tags'

/** How a page or a component writes its own names into the document. */
export interface Names {
  /** Prefix of its class names; '' where they are shared. */
  styleScope: string
  /** Prefix of its ids; '' on pages. */
  idPrefix: string
}

/** What of a selector stays as it is, then a class, an id, and a tag. */
const PARTS =
  /\[[^\]]*\]|:nth-[\w-]+\([^)]*\)|::?[\w-]+|\.([\w-]+)|#([\w-]+)|(?<![\w-])([a-zA-Z][\w-]*)/g

/** A selector of the mini program as one of the phone's document, where names look different. */
export function documentSelector(selector: string, { styleScope, idPrefix }: Names): string {
  return selector.replace(PARTS, (part, className?: string, id?: string, tag?: string) => {
    if (className !== undefined)
      return styleScope === '' ? part : `:is(.${className},.${styleScope}--${className})`
    if (id !== undefined) return idPrefix === '' ? part : `[id="${idPrefix}--${id}"]`
    if (tag !== undefined) return documentTag(tag)
    return part
  })
}

/** Components keep their names as long as these could not be a tag of HTML. */
function documentTag(tag: string): string {
  return tag.includes('-') && !BUILTIN_TAGS.has(tag) ? tag : `wx-${tag}`
}
