import type { AtRule, Root } from 'postcss'

const FEATURE = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/i

/**
 * Makes `@media (prefers-color-scheme: …)` follow the phone's theme instead of the developer's
 * machine: the rules inside are bound to the root's `data-theme`. `:where` adds no specificity, so
 * the cascade stays as written.
 */
export function resolveColorScheme(sheet: Root): void {
  sheet.walkAtRules('media', (media) => {
    const theme = FEATURE.exec(media.params)?.[1]?.toLowerCase()
    if (theme === undefined) return
    media.walkRules((rule) => {
      rule.selectors = rule.selectors.map(
        (selector) => `:where(:root[data-theme="${theme}"]) ${selector}`,
      )
    })
    const rest = withoutFeature(media.params)
    if (rest === '') unwrap(media)
    else media.params = rest
  })
}

function withoutFeature(params: string): string {
  const remaining = params
    .split(/\s+and\s+/i)
    .map((part) => part.trim())
    .filter((part) => !FEATURE.test(part))
  return remaining.join(' and ')
}

function unwrap(media: AtRule): void {
  media.replaceWith(media.nodes ?? [])
}
