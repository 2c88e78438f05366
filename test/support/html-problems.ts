// A small validator: what a browser would silently put right is a problem here.
const voids = new Set(['meta', 'img', 'input', 'br', 'link'])
const phrasing = new Set(['a', 'b', 'span', 'img', 'button', 'input', 'br'])
/** Elements that take nothing but phrasing content. */
const narrow = new Set(['p', 'h1', 'h2', 'span', 'a', 'b', 'dt', 'button', 'title'])
/** What may be a child of these, and nothing else. */
const children: Readonly<Record<string, readonly string[]>> = {
  html: ['head', 'body'],
  head: ['meta', 'title', 'style'],
  ul: ['li'],
  dl: ['div'],
}
const known =
  /^(html|head|body|meta|title|style|main|section|article|aside|footer|form|div|p|h1|h2|ul|li|dl|dt|dd|a|b|span|img|input|button)$/

const markup = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*\/?>/gy
const attribute = /([a-z-]+)(?:="([^"]*)")?/g

/** What is wrong with a page; empty for a valid one. */
export const htmlProblems = (page: string): string[] => {
  const problems: string[] = []
  const open: string[] = []
  const ids = new Set<string>()
  if (!page.startsWith('<!doctype html>')) problems.push('no doctype')
  let at = 0
  while (at < page.length) {
    if (page[at] !== '<') {
      const end = page.indexOf('<', at)
      const text = page.slice(at, end < 0 ? page.length : end)
      if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) problems.push(`a bare & in "${text.trim()}"`)
      at += text.length
      continue
    }
    markup.lastIndex = at
    const [whole, slash, name, attributes = ''] = markup.exec(page) ?? []
    if (whole === undefined) return [...problems, `no tag: ${page.slice(at, at + 40)}`]
    at += whole.length
    if (name === undefined) continue
    if (slash) {
      if (open.pop() !== name) problems.push(`</${name}> closes something else`)
      continue
    }
    const parent = open.at(-1)
    if (!known.test(name)) problems.push(`unknown <${name}>`)
    if (parent && narrow.has(parent) && !phrasing.has(name))
      problems.push(`<${name}> in <${parent}>`)
    if (parent && children[parent] && !children[parent].includes(name)) {
      problems.push(`<${name}> in <${parent}>`)
    }
    const names = [...attributes.matchAll(attribute)].map(([, one, value]) => {
      if (one === 'id' && value !== undefined) {
        if (ids.has(value)) problems.push(`two of id ${value}`)
        ids.add(value)
      }
      return one
    })
    if (new Set(names).size !== names.length) problems.push(`an attribute twice on <${name}>`)
    if (name === 'img' && !names.includes('alt')) problems.push('<img> without alt')
    if (name === 'html' && !names.includes('lang')) problems.push('<html> without lang')
    if (name === 'style') {
      at = page.indexOf('</style>', at)
      if (at < 0) return [...problems, 'a style that never ends']
    }
    if (!voids.has(name)) open.push(name)
  }
  if (open.length > 0) problems.push(`never closed: ${open.join(' ')}`)
  if (!/<title>[^<]+<\/title>/.test(page)) problems.push('no title')
  return problems
}
