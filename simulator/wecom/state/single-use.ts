import type { Choices } from '../choices'
import type { Clock } from '../clock'
import { fault } from '../wire/fault'
import { dropOldest } from './drop-oldest'
import type { Random } from './random'

/** Codes that are good for one exchange within 300 seconds, each standing for a subject. */
export interface SingleUseCodes<Subject> {
  issue(subject: Subject): string
  /**
   * Spends a code and gives what it stands for; throws 40029 for every reason not to. What `check`
   * throws leaves the code unspent.
   */
  redeem(code: string, check: (subject: Subject) => void): Subject
  /** Whether the code was issued here. */
  knows(code: string): boolean
}

/** https://developer.work.weixin.qq.com/document/path/91506 */
export const codeLifeSeconds = 300
/** How many codes are remembered, so that a late one is refused for the right reason. */
const capacity = 100_000

/** `name` is what the developer reads of: a js_code, or a code. */
export const createSingleUseCodes = <Subject>(
  name: string,
  { clock, random, choices }: { clock: Clock; random: Random; choices: Choices },
): SingleUseCodes<Subject> => {
  const codes = new Map<string, { subject: Subject; issuedAt: number; used: boolean }>()

  return {
    issue: (subject) => {
      dropOldest(codes, capacity)
      const code = random(24).toString('base64url')
      codes.set(code, { subject, issuedAt: clock.now(), used: false })
      return code
    },
    redeem: (code, check) => {
      const issued = codes.get(code)
      if (!issued) throw fault(40029, `this ${name} was never issued here`)
      check(issued.subject)
      if (issued.used) throw fault(choices.usedCode, `this ${name} was exchanged before`)
      if (clock.now() - issued.issuedAt >= codeLifeSeconds * 1000) {
        throw fault(choices.expiredCode, `this ${name} is older than ${codeLifeSeconds} seconds`)
      }
      issued.used = true
      return issued.subject
    },
    knows: (code) => codes.has(code),
  }
}
