const rotate = (word: number, by: number) => ((word << by) | (word >>> (32 - by))) >>> 0

/** What SHA-1 puts behind a message of so many bytes, in bytes. */
export const sha1Padding = (length: number): Buffer => {
  const padding = Buffer.alloc(((((55 - length) % 64) + 64) % 64) + 9)
  padding[0] = 0x80
  padding.writeBigUInt64BE(BigInt(length * 8), padding.length - 8)
  return padding
}

/** Goes on hashing from a known digest: the digest of a message that nobody has to know, and more of it. */
export const extendSha1 = (digest: Buffer, more: Buffer, lengthBefore: number): Buffer => {
  const input = Buffer.concat([more, sha1Padding(lengthBefore + more.length)])
  let state = Array.from({ length: 5 }, (_, n) => digest.readUInt32BE(n * 4))
  for (let at = 0; at < input.length; at += 64) state = compress(state, input.subarray(at, at + 64))
  const extended = Buffer.alloc(20)
  state.forEach((word, n) => extended.writeUInt32BE(word, n * 4))
  return extended
}

const compress = (state: number[], block: Buffer): number[] => {
  const words = Array.from({ length: 16 }, (_, n) => block.readUInt32BE(n * 4))
  const word = (n: number) => words[n] ?? 0
  for (let n = 16; n < 80; n++) {
    words.push(rotate(word(n - 3) ^ word(n - 8) ^ word(n - 14) ^ word(n - 16), 1))
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (let n = 0; n < 80; n++) {
    const [mixed, constant] = round(n, b, c, d)
    const next = (rotate(a, 5) + mixed + e + constant + word(n)) >>> 0
    ;[a, b, c, d, e] = [next, a, rotate(b, 30), c, d]
  }
  return [a, b, c, d, e].map((value, n) => (value + (state[n] ?? 0)) >>> 0)
}

const round = (n: number, b: number, c: number, d: number): [mixed: number, constant: number] => {
  if (n < 20) return [(b & c) | (~b & d), 0x5a827999]
  if (n < 40) return [b ^ c ^ d, 0x6ed9eba1]
  if (n < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
  return [b ^ c ^ d, 0xca62c1d6]
}
