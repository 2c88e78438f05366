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
  const words = (text: string) =>
    text.replace(/[^\s.,:;'"()[\]]+/g, word).replace(/…(\W*…)+/g, hidden)
  // An unknown key is what the reader looks for: a plain word will do, unless it is a value as well.
  const key = (name: string) => (/^[a-z_]{1,40}$/i.test(name) ? unlessSeen(name) : hidden)
  const only = (form: RegExp, text: string) => (form.test(text) ? text : hidden)

  const redactHere = ({ kind, here = '' }: Difference): string => {
    switch (kind) {
      case 'errmsg':
        return words(here)
      case 'errcode':
        return only(/^-?\d{1,7}$/, here)
      case 'header':
        return only(/^([a-z]+\/[a-z]+(; ?charset=[a-z]+-?\d*)?)?$/i, here)
      default:
        return here
    }
  }

  return {
    remember,
    redact: (difference) => ({
      ...difference,
      at: keyed.has(difference.kind) ? difference.at.replace(/[^.[\]]+/g, key) : difference.at,
      ...(difference.here !== undefined && { here: redactHere(difference) }),
    }),
  }
}

/** Those whose place is made of keys that were sent. */
const keyed = new Set<Difference['kind']>(['missing key', 'extra key', 'type'])
