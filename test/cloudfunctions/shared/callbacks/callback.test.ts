import fc from 'fast-check'
import {
  createOpenCallback,
  type OpenedCallback,
} from '../../../../cloudfunctions/shared/callbacks/callback'
import {
  readAesKey,
  type CallbackKeys,
} from '../../../../cloudfunctions/shared/callbacks/callback-keys'
import { readFlatXml } from '../../../../cloudfunctions/shared/callbacks/flat-xml'
import {
  encrypted,
  framed,
  padded,
  sealCallback,
  signed,
  testKeys as keys,
  type SealedCallback,
} from '../../../support/callback'
import { createTestClock } from '../../../support/clock'

const clock = createTestClock()
const openWith =
  (ofKeys: CallbackKeys, at = clock) =>
  ({ encrypted: text, ...parameters }: SealedCallback): OpenedCallback =>
    createOpenCallback(ofKeys, at)(parameters, text)
const open = openWith(keys)
const timestamp = String(Math.floor(clock.now() / 1000))
const event = '<xml><Event><![CDATA[unsubscribe]]></Event><FromUserName>张三</FromUserName></xml>'
const seal = (message: string | Buffer = event) => sealCallback(message, keys, clock.now())
/** With a signature that fits, whatever is inside. */
const withInside = (text: string) =>
  signed(keys.callbackToken, { timestamp, nonce: '1372623149', encrypted: text })
const withPlain = (blocks: Buffer) => withInside(encrypted(blocks, keys.aesKey))

describe('what WeCom publishes', () => {
  // https://developer.work.weixin.qq.com/document/path/90968
  const official: SealedCallback = {
    msgSignature: '477715d11cdb4164915debcba66cb864d751f3e6',
    timestamp: '1409659813',
    nonce: '1372623149',
    encrypted:
      'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
  }
  const officialKeys = {
    callbackToken: 'QDG6eK',
    aesKey: readAesKey('jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C'),
    receiveId: 'wx5823bf96d3bd56c7',
  }

  test('the example of the documentation opens, byte for byte', () => {
    const opened = openWith(officialKeys, createTestClock(1_409_659_813_000))(official)
    const message = 'message' in opened ? opened.message : ''
    expect(Buffer.byteLength(message)).toBe(284)
    expect(Object.fromEntries(readFlatXml(message) ?? [])).toEqual({
      ToUserName: 'wx5823bf96d3bd56c7',
      FromUserName: 'mycreate',
      CreateTime: '1409659813',
      MsgType: 'text',
      Content: 'hello',
      MsgId: '4561255354251345929',
      AgentID: '218',
    })
  })

  test('it opens for five minutes before and after its time, and not a second more', () => {
    const at = (seconds: number) =>
      openWith(officialKeys, createTestClock((1_409_659_813 + seconds) * 1000))(official)
    for (const seconds of [-300, 300]) expect(at(seconds)).toHaveProperty('message')
    for (const seconds of [-301, 301, 86_400]) expect(at(seconds)).toEqual({ refusal: 'age' })
  })
})

test('an event of contact sync that two implementations agree on', () => {
  const random = Buffer.from('0123456789abcdef')
  const message =
    '<xml><ToUserName><![CDATA[ww1234567890abcdef]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_contact]]></Event><ChangeType>delete_user</ChangeType><UserID><![CDATA[zhangsan]]></UserID></xml>'
  const sealed = signed(keys.callbackToken, {
    timestamp: '1700000000',
    nonce: 'n0nce123',
    encrypted: encrypted(padded(framed(message, keys.receiveId, random)), keys.aesKey),
  })
  expect(sealed.msgSignature).toBe('ed952af0a6f5da3dacf0fd54c5f1323e311414a7')
  expect(openWith(keys, createTestClock(1_700_000_000_000))(sealed)).toEqual({ message })
})

test('messages of every length open, whatever their padding', () => {
  for (let length = 0; length <= 64; length++) {
    const message = 'x'.repeat(length)
    expect(open(seal(message))).toEqual({ message })
  }
})

test('a key in another spelling is the same key', () => {
  const spelled = readAesKey('abcdefghijklmnopqrstuvwxyz0123456789ABCDEFH')
  expect(openWith({ ...keys, aesKey: spelled })(seal())).toEqual({ message: event })
})

test.each([
  ['too short', 'a'.repeat(42)],
  ['too long', 'a'.repeat(44)],
  ['of other characters', `${'a'.repeat(42)}+`],
])('a key that is %s is none, and is not quoted', (_what, text) => {
  expect(() => readAesKey(text)).toThrow(/^is not the 43 letters/)
})

const head = (length: number) => {
  const bytes = Buffer.alloc(20)
  bytes.writeUInt32BE(length, 16)
  return bytes
}
const block = (text: string, padding: number[]) =>
  Buffer.concat([framed(text, keys.receiveId), Buffer.from(padding)])
// A frame of 16 + 4 + 10 + 18 bytes: sixteen are missing.
const tenLetters = 'abcdefghij'

describe('what is signed and yet none of ours', () => {
  test.each([
    ['padding', 'padding that says 0', withPlain(block(tenLetters, Array(16).fill(0)))],
    [
      'padding',
      'padding that says 33',
      withPlain(Buffer.concat([Buffer.alloc(31), Buffer.from([33])])),
    ],
    [
      'padding',
      'padding with one byte that says less',
      withPlain(block(tenLetters, [15, ...Array<number>(15).fill(16)])),
    ],
    ['length', 'nothing but padding', withPlain(Buffer.alloc(32, 32))],
    [
      'length',
      'a length beyond the end',
      withPlain(padded(Buffer.concat([head(99), Buffer.from('x')]))),
    ],
    [
      'length',
      'the largest length there is',
      withPlain(padded(Buffer.concat([head(0xffffffff), Buffer.from('x')]))),
    ],
    ['receiver', 'for another corp', withPlain(padded(framed(event, 'ww0000000000000000')))],
    ['receiver', 'for nobody', withPlain(padded(framed(event, '')))],
    [
      'receiver',
      'for one whose id only begins like ours',
      withPlain(padded(framed(event, `${keys.receiveId}x`))),
    ],
    [
      'encoding',
      'bytes that are no text',
      withPlain(padded(framed(Buffer.from([0xff, 0xfe]), keys.receiveId))),
    ],
    [
      'encoding',
      'half of a character',
      withPlain(padded(framed(Buffer.from([0xf0, 0x9f]), keys.receiveId))),
    ],
    ['cipherText', 'half of a block', withInside(Buffer.alloc(48).toString('base64'))],
    [
      'cipherText',
      'base64 in another spelling',
      withInside(seal().encrypted.replace(/.(=*)$/, 'B$1')),
    ],
  ])('%s: %s', (refusal, _what, callback) => {
    expect(open(callback)).toEqual({ refusal })
  })
})

test.each<[what: string, change: Partial<SealedCallback>]>([
  ['a signature in capitals', { msgSignature: seal().msgSignature.toUpperCase() }],
  ['half of a signature', { msgSignature: 'abcdef0123' }],
  ['no signature', { msgSignature: '' }],
  ['a time of 9 digits', { timestamp: timestamp.slice(1) }],
  ['a time of 11 digits', { timestamp: `0${timestamp}` }],
  ['a time with a sign', { timestamp: `+${timestamp.slice(1)}` }],
  ['a time in digits of another script', { timestamp: '１７００００００００' }],
  ['no nonce', { nonce: '' }],
  ['a nonce of 33 characters', { nonce: '1'.repeat(33) }],
  ['two nonces', { nonce: '1,2' }],
  ['a line break behind the nonce', { nonce: '12\n' }],
  ['nothing encrypted', { encrypted: '' }],
  ['base64 for addresses', { encrypted: 'ab-_' }],
  ['base64 with a space', { encrypted: 'abc d===' }],
  ['base64 that was cut', { encrypted: 'abcde' }],
  ['more than 64 KB', { encrypted: 'A'.repeat(90_004) }],
])('%s is refused before anything is hashed', (_what, change) => {
  const { timestamp: at, nonce, encrypted: text, msgSignature } = { ...seal(), ...change }
  const resigned = { ...signed(keys.callbackToken, { timestamp: at, nonce, encrypted: text }) }
  const callback = 'msgSignature' in change ? { ...resigned, msgSignature } : resigned
  expect(open(callback)).toEqual({ refusal: 'shape' })
})

test('another token, another key or another corp opens nothing', () => {
  const callback = seal()
  expect(openWith({ ...keys, callbackToken: 'SimToken2025' })(callback)).toEqual({
    refusal: 'signature',
  })
  const aesKey = readAesKey('0'.repeat(43))
  expect(openWith({ ...keys, aesKey })(callback)).toHaveProperty('refusal')
  expect(openWith({ ...keys, receiveId: 'ww0' })(callback)).toEqual({ refusal: 'receiver' })
})

test('no change of one character is accepted', () => {
  let changes = 0
  for (let n = 0; n < 20; n++) {
    const callback = seal(`<xml><UserID>u${n}</UserID></xml>`)
    for (const part of Object.keys(callback) as (keyof SealedCallback)[]) {
      for (let at = 0; at < callback[part].length; at++) {
        const flipped = String.fromCharCode(callback[part].charCodeAt(at) ^ (1 << ((at + n) % 7)))
        const changed = callback[part].slice(0, at) + flipped + callback[part].slice(at + 1)
        expect(open({ ...callback, [part]: changed })).toHaveProperty('refusal')
        changes++
      }
    }
  }
  expect(changes).toBeGreaterThan(3000)
})

test('whatever was sealed opens as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (message) => {
      expect(open(seal(message))).toEqual({ message })
    }),
    { numRuns: 500 },
  )
})

test('whatever is signed is opened or refused, and never a crash', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), fc.boolean(), (bytes, isBlocks) => {
      const plain = Buffer.from(bytes)
      const blocks = isBlocks
        ? plain.subarray(0, plain.length - (plain.length % 32))
        : padded(plain)
      const opened = open(withPlain(blocks))
      expect('message' in opened || 'refusal' in opened).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
