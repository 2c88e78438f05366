import { jsonTrick, illTyped, otherCorpOrApp, otherTime, otherType } from './claims'
import type { Draw } from './draw'
import { bitTurned, charactersChanged, otherSpelling, partsSwapped } from './edits'
import { algorithmTrick, foreignKey, headerTrick, kidTrick, signatureAlgebra } from './keys'

/** A way to forge, and how much of the corpus it makes. */
interface Kind {
  name: string
  share: number
  /** From two good tokens, of which it may make use. */
  forge(draw: Draw, token: string, other: string): string
}

export const kinds: readonly Kind[] = [
  { name: 'one bit turned', share: 30, forge: bitTurned },
  { name: 'characters changed', share: 15, forge: charactersChanged },
  { name: 'parts swapped', share: 10, forge: partsSwapped },
  { name: 'another spelling', share: 10, forge: otherSpelling },
  { name: 'a foreign key', share: 5, forge: foreignKey },
  { name: 'another algorithm', share: 5, forge: algorithmTrick },
  { name: 'another kid', share: 2, forge: kidTrick },
  { name: 'another header', share: 2, forge: headerTrick },
  { name: 'signature algebra', share: 5, forge: signatureAlgebra },
  { name: 'another type of token', share: 3, forge: otherType },
  { name: 'another corp or app', share: 2, forge: otherCorpOrApp },
  { name: 'another time', share: 4, forge: otherTime },
  { name: 'ill-typed claims', share: 4, forge: illTyped },
  { name: 'tricks with JSON', share: 3, forge: jsonTrick },
]

export interface Forgery {
  kind: string
  token: string
}

const lottery = kinds.flatMap((kind) => Array<Kind>(kind.share).fill(kind))

/** That many forgeries, of all kinds; never one of the tokens that they were made from. */
export const forgeries = function* (
  draw: Draw,
  overheard: readonly string[],
  count: number,
): Generator<Forgery> {
  const good = new Set(overheard)
  for (let made = 0; made < count;) {
    const { name, forge } = draw.oneOf(lottery)
    const token = forge(draw, draw.oneOf(overheard), draw.oneOf(overheard))
    if (good.has(token)) continue
    made += 1
    yield { kind: name, token }
  }
}
