import { signWithJose, verifyWithJose } from './ask-jose'
import { borderline } from './claims'
import type { Draw } from './draw'
import { goodClaims, header } from './forger'

/** How our verifier and jose's, told our rules, judge the same tokens. */
export interface Agreement {
  compared: number
  joseAccepts: number
  bothAccept: number
  /** Ours is the stricter one: what it takes, jose has to take too. */
  onlyOurs: string[]
}

export const compareWithJose = (
  accepts: (token: string) => boolean,
  tokens: string[],
): Agreement => {
  const verdicts = verifyWithJose(tokens)
  const ours = tokens.map(accepts)
  return {
    compared: tokens.length,
    joseAccepts: verdicts.filter(Boolean).length,
    bothAccept: ours.filter((accepted, at) => accepted && verdicts[at]).length,
    onlyOurs: tokens.filter((_, at) => ours[at] && !verdicts[at]),
  }
}

/** Tokens that jose signed by our rules, all of them good. */
export const goodByJose = (draw: Draw, count: number): string[] =>
  signWithJose(Array.from({ length: count }, () => ({ header, claims: goodClaims(draw) })))

/** Tokens that jose signed and that are good, or just not. */
export const borderlineByJose = (draw: Draw, count: number): string[] =>
  signWithJose(Array.from({ length: count }, () => borderline(draw)))
