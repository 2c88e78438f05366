import selectorParser from 'postcss-selector-parser'
import { BUILTIN_TAGS } from '../builtin-tags'

/**
 * Rewrites a WXSS selector for the phone's document: built-in tags are elements named `wx-…`, class
 * names of an isolated component carry its scope, `:host` is the element glass-easel marks with it.
 */
export function scopeSelector(selector: string, styleScope: string): string {
  return selectorParser((selectors) => {
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
