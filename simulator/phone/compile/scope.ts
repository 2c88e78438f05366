import selectorParser from 'postcss-selector-parser'
import { BUILTIN_TAGS } from '../builtin-tags'

/**
 * Rewrites a WXSS selector for the phone's document: built-in tags are elements named `wx-…`, class
 * names of an isolated component carry its scope, `:host` is the element glass-easel marks with it. What
 * has no scope reaches what is on a page, and nothing of the phone around it.
 */
export function scopeSelector(selector: string, styleScope: string): string {
  return selectorParser((selectors) => {
    if (styleScope === '') selectors.each(keepOnPages)
    selectors.walk((node) => {
      if (node.type === 'tag' && BUILTIN_TAGS.has(node.value)) node.value = `wx-${node.value}`
      else if (node.type === 'class' && styleScope !== '')
        node.value = `${styleScope}--${node.value}`
      else if (node.type === 'pseudo' && node.value === ':host')
        node.replaceWith(
          selectorParser.attribute({
            attribute: 'wx-host',
            operator: '=',
            value: styleScope,
            quoteMark: '"',
            raws: {},
          }),
        )
    })
  }).processSync(selector)
}

/** Adds no specificity: whatever a page says of itself still counts as much. */
function keepOnPages(selector: selectorParser.Selector): void {
  let isOfPage = false
  selector.walkTags(({ value }) => void (isOfPage ||= value === 'page'))
  if (isOfPage) return
  // The theme stands at the document's root, before everything.
  const isTheme =
    selector.first?.type === 'pseudo' && /^:where\(:root/.test(String(selector.first).trim())
  const first = isTheme ? selector.at(2) : selector.first
  if (first === undefined) return
  const onPages = selectorParser.pseudo({ value: ':where(wx-page)' })
  onPages.spaces.before = first.spaces.before
  first.spaces.before = ''
  selector.insertBefore(first, onPages)
  selector.insertBefore(first, selectorParser.combinator({ value: ' ' }))
}
