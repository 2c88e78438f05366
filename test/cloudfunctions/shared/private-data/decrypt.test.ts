import { randomBytes } from 'node:crypto'
import { decrypt } from '../../../../cloudfunctions/shared/private-data/decrypt'
import { sealAsWecom } from '../../../support/seal-as-wecom'
import vectors from '../../../vectors/private-data.json'

const { wechat, wecom } = vectors

test.each([
  ['of WeChat’s documentation', wechat],
  ['of the shape that WeCom documents', wecom],
])('the sample %s opens to the last byte', (_, { sessionKey, plaintext, ...sealed }) => {
  expect(JSON.stringify(decrypt(sealed, sessionKey))).toBe(plaintext)
})

const { sessionKey, ...sealed } = wecom
const bytesOf = (text: string) => Buffer.from(text, 'base64')
const longer = (text: string, by: number) =>
  Buffer.concat([bytesOf(text), Buffer.alloc(by)]).toString('base64')
const shorter = (text: string, by: number) => bytesOf(text).subarray(by).toString('base64')

test.each([
  ['no data', { ...sealed, encryptedData: '' }],
  ['data that is no base64', { ...sealed, encryptedData: '!'.repeat(32) }],
  ['another spelling of the same bytes', { ...sealed, iv: sealed.iv.replace(/=+$/, '') }],
  ['the URL spelling', { ...sealed, encryptedData: sealed.encryptedData.replaceAll('+', '-') }],
  ['white space', { ...sealed, encryptedData: `${sealed.encryptedData}\n` }],
  ['half a block', { ...sealed, encryptedData: longer(sealed.encryptedData, 8) }],
  ['a block too few', { ...sealed, encryptedData: shorter(sealed.encryptedData, 16) }],
  ['a block too many', { ...sealed, encryptedData: longer(sealed.encryptedData, 16) }],
  ['a short iv', { ...sealed, iv: shorter(sealed.iv, 1) }],
  ['a long iv', { ...sealed, iv: longer(sealed.iv, 1) }],
  ['too much', sealAsWecom({ name: 'x'.repeat(4096) }, sessionKey)],
  ['a list', sealAsWecom([1], sessionKey)],
  ['null', sealAsWecom('null', sessionKey)],
  ['half an object', sealAsWecom('{"a":1', sessionKey)],
  ['text that is no UTF-8', sealAsWecom(Buffer.from('{"name":"Zoë"}', 'latin1'), sessionKey)],
  ['a mark of byte order', sealAsWecom('\ufeff{"a":1}', sessionKey)],
  ['nothing inside', sealAsWecom('', sessionKey)],
])('%s is not opened', (_, odd) => {
  expect(decrypt(odd, sessionKey)).toBeUndefined()
})

test.each([
  ['another key', randomBytes(16).toString('base64')],
  ['a key of 15 bytes', shorter(sessionKey, 1)],
  ['a key of 32 bytes', randomBytes(32).toString('base64')],
  ['no key', ''],
])('under %s nothing is opened', (_, otherKey) => {
  expect(decrypt(sealed, otherKey)).toBeUndefined()
})

test('ten thousand random pairs are all refused alike', () => {
  for (let n = 0; n < 10_000; n++) {
    const encryptedData = randomBytes(16 * (1 + (n % 12))).toString('base64')
    expect(decrypt({ encryptedData, iv: randomBytes(16).toString('base64') }, sessionKey)).toBe(
      undefined,
    )
  }
})
