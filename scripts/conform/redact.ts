import { catalogue } from '../../cloudfunctions/shared/wecom/catalogue/catalogue'
import { checks } from './checks'
import type { Difference } from './shape'

/** Keeps whatever could be somebody's out of what is printed and saved. */
export interface Redaction {
  /** Remembers every text and number inside a value: none of them is ever shown. */
  remember(value: unknown): void
  redact(difference: Difference): Difference
}

const hidden = '…'

// Words that are nobody's: those that our own texts about WeCom are written in. Any other one may be
// the name of a person.
const ourTexts = [
  ...catalogue.flatMap(({ entries }) =>
    entries.map(({ meaning, remedy }) => meaning.en + remedy.en),
  ),
  ...checks.flatMap(({ path, query, errmsg = '' }) => [path, ...Object.keys(query), errmsg]),
]
const vocabulary = new Set(ourTexts.flatMap((text) => text.toLowerCase().split(/[^a-z_]+/)))

export const createRedaction = (): Redaction => {
  const seen = new Set<string>()
  const remember = (value: unknown): void => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(remember)
    else seen.add(String(value).toLowerCase())
  }
  const unlessSeen = (text: string) => (seen.has(text.toLowerCase()) ? hidden : text)

  const word = (text: string) => (vocabulary.has(text.toLowerCase()) ? unlessSeen(text) : hidden)
  // A dot inside belongs to the word: of david.miller, neither half may be left.
  const words = (text: string) =>
    text.replace(/[^\s,:;'"()[\]]+?(?=\.*(?:[\s,:;'"()[\]]|$))/g, word).replace(/…(\W*…)+/g, hidden)
  const only = (form: RegExp, text: string) => (form.test(text) ? text : hidden)

  const redactHere = ({ kind, here = '' }: Difference): string => {
    switch (kind) {
      case 'errmsg':
        return words(here)
      case 'errcode':
        return only(/^-?\d{1,7}$/, here)
      case 'header':
        return only(
          /^((text|application)\/(json|html|xml|plain)(; ?charset=(utf-?8|gbk))?)?$/i,
          here,
        )
      default:
        return here
    }
  }

  return {
    remember,
    redact: (difference) => ({
      ...difference,
      at: keyed.has(difference.kind)
        ? difference.at.replace(/[^.[\]]+/g, unlessSeen)
        : difference.at,
      ...(difference.here !== undefined && { here: redactHere(difference) }),
    }),
  }
}

/** Those whose place is made of keys that were sent. */
const keyed = new Set<Difference['kind']>(['missing key', 'extra key', 'type'])
