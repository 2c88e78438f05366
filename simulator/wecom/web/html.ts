/** A piece of a page in which every text was escaped; made by `html` alone. */
export interface Html {
  readonly markup: string
}

type Part = Html | string | number | undefined | false | readonly Html[]

/** Builds a piece of a page: whatever is put in is text, unless it was made by `html` itself. */
export const html = (fixed: TemplateStringsArray, ...parts: Part[]): Html => ({
  markup: fixed.reduce((sum, text, index) => sum + asMarkup(parts[index - 1]) + text),
})

const asMarkup = (part: Part): string => {
  if (part === undefined || part === false) return ''
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'markup' in part ? part.markup : part.map(({ markup }) => markup).join('')
}

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
