/**
 * Attacks on WeCom's callback signature, sha1(sort(token, timestamp, nonce, encrypt)), which has nothing
 * between its parts. Each is shown to work on a verifier as it is usually written, and not on ours.
 */
import { createHash, randomBytes } from 'node:crypto'
import { createOpenCallback } from '../../cloudfunctions/shared/callbacks/callback'
import { sealCallback, signatureOf, testKeys, type SealedCallback } from '../support/callback'
import { createTestClock } from '../support/clock'
import { extendSha1, sha1Padding } from './sha1-extension'

// Sorts before all base64, so that what is encrypted comes last: what the extension needs.
const keys = { ...testKeys, callbackToken: '0bQDG6eK' }
const clock = createTestClock()
const daySeconds = 86_400

const isOpened = ({ encrypted, ...parameters }: SealedCallback): boolean =>
  'message' in createOpenCallback(keys, clock)(parameters, encrypted)

/** A signature, and a nonce that was not seen: all that most programs look at. */
const isBelievedByMost = (callback: SealedCallback, seenNonces: Set<string>): boolean => {
  const { timestamp, nonce, encrypted, msgSignature } = callback
  const isSigned = signatureOf(keys.callbackToken, timestamp, nonce, encrypted) === msgSignature
  return isSigned && !seenNonces.has(nonce)
}

/** The same hash with the digits of both parts cut elsewhere. */
const recut = (callback: SealedCallback): SealedCallback[] => {
  const digits = [callback.nonce, callback.timestamp].sort().join('')
  return Array.from(digits, (_, at) => [digits.slice(0, at), digits.slice(at)]).flatMap(
    ([left = '', right = '']) => [
      { ...callback, nonce: left, timestamp: right },
      { ...callback, nonce: right, timestamp: left },
    ],
  )
}

test('a callback of yesterday comes back with its digits cut elsewhere', () => {
  const seconds = Math.floor(clock.now() / 1000)
  let believed = 0
  let opened = 0
  for (let n = 0; n < 300; n++) {
    const yesterday = (seconds - daySeconds - n) * 1000
    const captured = sealCallback('<xml><UserID>a</UserID></xml>', keys, yesterday)
    const forged = [captured, ...recut(captured)]
    if (forged.some((one) => isBelievedByMost(one, new Set([captured.nonce])))) believed++
    opened += forged.filter(isOpened).length
  }
  expect(believed).toBe(300)
  expect(opened).toBe(0)
})

test('blocks are added behind a captured callback, without the token', () => {
  let believed = 0
  let opened = 0
  let tried = 0
  for (let n = 0; n < 400; n++) {
    const captured = sealCallback(
      `<xml><UserID>${'v'.repeat(n % 97)}</UserID></xml>`,
      keys,
      clock.now(),
    )
    const { timestamp, nonce, encrypted, msgSignature } = captured
    // The forger knows the length of the token, or tries all of them.
    const length = keys.callbackToken.length + timestamp.length + nonce.length + encrypted.length
    const isLast = [keys.callbackToken, timestamp, nonce, encrypted].sort().at(-1) === encrypted
    if (!isLast) continue
    const more = randomBytes(48).toString('base64')
    const padding = sha1Padding(length)
    const forged: SealedCallback = {
      ...captured,
      encrypted: encrypted + padding.toString('latin1') + more,
      msgSignature: extendSha1(
        Buffer.from(msgSignature, 'hex'),
        Buffer.from(more),
        length + padding.length,
      ).toString('hex'),
    }
    tried++
    if (isBelievedByteForByte(forged)) believed++
    if (isOpened(forged)) opened++
  }
  expect(tried).toBeGreaterThan(100)
  expect(believed).toBe(tried)
  expect(opened).toBe(0)
})

/** As programs do that sort and hash bytes, and let their base64 reader skip what it does not know. */
const isBelievedByteForByte = ({ timestamp, nonce, encrypted, msgSignature }: SealedCallback) => {
  const parts = [keys.callbackToken, timestamp, nonce, encrypted].map((part) =>
    Buffer.from(part, 'latin1'),
  )
  const hashed = Buffer.concat(parts.sort(Buffer.compare))
  return createHash('sha1').update(hashed).digest('hex') === msgSignature
}

test('every part comes from another honest callback', () => {
  const honest = Array.from({ length: 8 }, () => sealCallback('<xml/>', keys, clock.now()))
  const mixed = honest.flatMap((one) =>
    honest
      .filter((other) => other !== one)
      .flatMap((other) => [
        { ...one, encrypted: other.encrypted },
        { ...one, nonce: other.nonce },
        { ...one, msgSignature: other.msgSignature },
      ]),
  )
  expect(honest.every(isOpened)).toBe(true)
  expect(mixed.filter(isOpened)).toEqual([])
})
