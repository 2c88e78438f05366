const made = Symbol('made by html')

/** Markup in which every text was escaped; nothing but `html` can make it. */
export interface Html {
  readonly [made]: string
}

type Piece = string | Html | readonly Html[] | undefined | false

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const markupOf = (piece: Piece): string => {
  if (!piece) return ''
  if (typeof piece === 'string') return piece.replace(/[&<>"']/g, (one) => escapes[one] ?? one)
  return made in piece ? piece[made] : piece.map((one) => one[made]).join('')
}

/** Markup around texts, which stay texts whatever is in them. */
export const html = (markup: TemplateStringsArray, ...pieces: Piece[]): Html => ({
  [made]: String.raw({ raw: markup }, ...pieces.map(markupOf)),
})

/** A whole document as it is sent. */
export const documentOf = (body: Html): string => `<!doctype html>\n${body[made]}\n`

/** A style sheet of our own, as it stands. */
export const styleOf = (css: string): Html => ({ [made]: `<style>${css}</style>` })
