/** Forgeries by somebody who has no key: good tokens, bent. */
import type { Draw } from './draw'
import { encode } from './forger'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const partsOf = (token: string) => token.split('.') as [string, string, string]

export const bitTurned = (draw: Draw, token: string): string => {
  const parts: string[] = partsOf(token)
  const place = draw.below(3)
  const bytes = Buffer.from(parts[place] ?? '', 'base64url')
  const at = draw.below(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << draw.below(8))
  parts[place] = encode(bytes)
  return parts.join('.')
}

/** One to three characters replaced, dropped, added or repeated. */
export const charactersChanged = (draw: Draw, token: string): string => {
  let changed = token
  for (let left = 1 + draw.below(3); left > 0; left--) {
    const at = draw.below(changed.length)
    const [before, after] = [changed.slice(0, at), changed.slice(at)]
    changed = draw.oneOf([
      () => before + draw.oneOf([...alphabet]) + after.slice(1),
      () => before + String.fromCharCode(draw.below(256)) + after.slice(1),
      () => before + after.slice(1),
      () => before + draw.oneOf([...alphabet]) + after,
      () => before + after.slice(draw.below(20)),
      () => before + after.slice(0, 8) + after,
    ])()
  }
  return changed
}

export const partsSwapped = (draw: Draw, token: string, other: string): string => {
  const [head, body, signature] = partsOf(token)
  const [otherHead, otherBody, otherSignature] = partsOf(other)
  return draw
    .oneOf([
      [head, otherBody, signature],
      [head, body, otherSignature],
      // Between two people's tokens by one key, this part is the same.
      [otherHead, body, otherSignature],
      [body, head, signature],
      [signature, body, head],
      [head, head, signature],
      [head, body],
      [head, body, ''],
      ['', body, signature],
      [head, '', signature],
      [head, body, signature, ''],
      [head, body, signature, signature],
      [head, body, '', signature],
    ])
    .join('.')
}

/** The same bytes, or what some readers take for the same, written in another way. */
export const otherSpelling = (draw: Draw, token: string): string => {
  const parts: string[] = partsOf(token)
  const [head, body, signature] = partsOf(token)
  const whole: (() => string)[] = [
    () => `Bearer ${token}`,
    () => `${token}\0`,
    () => ` ${token}`,
    () => `${token}\n`,
    () => `\ufeff${token}`,
    () => `"${token}"`,
    () => token.replaceAll('.', '。'),
    () => token.replaceAll('.', '%2E'),
    () => token.toUpperCase(),
    () => token.repeat(20),
    () => JSON.stringify({ protected: head, payload: body, signature }),
    () => JSON.stringify({ payload: body, signatures: [{ protected: head, signature }] }),
  ]
  const place = draw.below(3)
  const part = parts[place] ?? ''
  const at = draw.below(part.length)
  const inPart: (() => string)[] = [
    () => `${part}=`,
    () => `${part}==`,
    () => `${part}A`,
    () => `${part}AAAA`,
    () => tailBits(draw, part),
    () => part.slice(0, at) + draw.oneOf(['\n', ' ', '\t', '!', '\0', '.', '=']) + part.slice(at),
    () => Buffer.from(part, 'base64url').toString('base64'),
    () => Buffer.from(part, 'base64url').toString('hex'),
    () => encode(part),
    () => `%${(part.codePointAt(0) ?? 0).toString(16)}${part.slice(1)}`,
  ]
  if (draw.below(3) === 0) return draw.oneOf(whole)()
  parts[place] = draw.oneOf(inPart)()
  return parts.join('.')
}

/** The last character carries bits that belong to no byte; these readers drop, whatever they are. */
const tailBits = (draw: Draw, part: string): string => {
  const unused = [0, 0, 16, 4][part.length % 4] ?? 0
  const last = alphabet.indexOf(part.at(-1) ?? '')
  const change = unused === 0 ? 0 : 1 + draw.below(unused - 1)
  return part.slice(0, -1) + (alphabet[last ^ change] ?? '')
}
