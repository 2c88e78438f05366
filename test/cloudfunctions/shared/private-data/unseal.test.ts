import fc from 'fast-check'
import type { Sealed } from '../../../../typings/api'
import { unseal, type UnsealFor } from '../../../../cloudfunctions/shared/private-data/unseal'
import { sealAsWecom, signAsWecom } from '../../../support/seal-as-wecom'
import vectors from '../../../vectors/private-data.json'

const { wechatSignature, wecom } = vectors
const { sessionKey, rawData, signature, encryptedData, iv } = wecom
const inside = JSON.parse(wecom.plaintext) as {
  watermark: { appid: string; timestamp: number }
}
const { watermark } = inside
const madeAt = watermark.timestamp * 1000

const about: UnsealFor = {
  sessionKey,
  miniprogramAppId: 'wx0123456789abcdef',
  corpId: 'ww1234567890abcdef',
  userId: 'zhangsan',
  now: madeAt,
  oldestMs: 300_000,
}
const sample: Sealed = { kind: 'userInfo', encryptedData, iv, rawData, signature }
const sealed = (kind: Sealed['kind'], data: object): Sealed => ({
  kind,
  ...sealAsWecom(data, sessionKey),
})
const userInfo = (change: object) => sealed('userInfo', { ...inside, ...change })
const withRawData = (text: string, under = sessionKey): Sealed => ({
  ...sample,
  rawData: text,
  signature: signAsWecom(text, under),
})

describe('what is opened', () => {
  test('the documented shape gives the name and the gender, and nothing else', () => {
    expect(unseal(sample, about)).toEqual({ data: { name: '张三', gender: 'male' } })
  })

  test('a mobile number and a mail address', () => {
    const mobile = sealed('mobile', { mobile: '+86 13800000000', watermark })
    const email = sealed('email', { email: 'zhangsan@gzdev.com', watermark })
    expect(unseal(mobile, about)).toEqual({ data: { mobile: '+86 13800000000' } })
    expect(unseal(email, about)).toEqual({ data: { email: 'zhangsan@gzdev.com' } })
  })

  test('gender as WeCom numbers it: 1 male, 2 female, 0 not told', () => {
    expect(unseal(userInfo({ gender: 2 }), about)).toMatchObject({ data: { gender: 'female' } })
    expect(unseal(userInfo({ gender: 0 }), about)).toEqual({ data: { name: '张三' } })
  })

  test('a person whose id is spelled in another case is the same person', () => {
    expect(unseal(userInfo({ userid: 'ZhangSan' }), about)).toHaveProperty('data')
    expect(unseal(sample, { ...about, userId: 'ZHANGSAN' })).toHaveProperty('data')
  })

  test('up to its age, and with a clock that is a little behind', () => {
    expect(unseal(sample, { ...about, now: madeAt + 300_000 })).toHaveProperty('data')
    expect(unseal(sample, { ...about, now: madeAt - 60_000 })).toHaveProperty('data')
  })
})

describe('the signature', () => {
  test('of WeChat’s own sample fits', () => {
    const { rawData, signature, sessionKey } = wechatSignature
    const signed: Sealed = { ...sample, rawData, signature }
    // It fits, so what is refused is what comes after it: the data are of another key.
    expect(unseal(signed, { ...about, sessionKey })).toEqual({ refusal: 'undecryptable' })
  })

  test.each([
    ['rawData was changed', { ...sample, rawData: rawData.replace('张三', '李四') }],
    ['a signature was changed', { ...sample, signature: `0${signature.slice(1)}` }],
    ['a signature is too short', { ...sample, signature: signature.slice(2) }],
    ['a signature is in capitals', { ...sample, signature: signature.toUpperCase() }],
    ['a signature is of another key', withRawData(rawData, wechatSignature.sessionKey)],
    ['there is no signature for it', { kind: 'userInfo', encryptedData, iv, rawData }],
    ['there is nothing that it signs', { kind: 'userInfo', encryptedData, iv, signature }],
  ] as [string, Sealed][])('%s: refused', (_, odd) => {
    expect(unseal(odd, about)).toEqual({ refusal: 'signature' })
  })
})

describe('what is refused, with its reason for the log', () => {
  test.each([
    ['another name', '{"name":"李四","gender":1}'],
    ['another gender', '{"name":"张三","gender":"1"}'],
    ['no JSON', '{"name":'],
  ])('rawData says %s', (_, text) => {
    expect(unseal(withRawData(text), about)).toEqual({ refusal: 'disagreement' })
  })

  test.each([
    ['another mini program', { appid: 'wx9999999999999999' }, 'otherMiniProgram'],
    ['a corp id', { appid: 'ww1234567890abcdef' }, 'otherMiniProgram'],
    ['no app id', { appid: undefined }, 'otherMiniProgram'],
    ['no time', { timestamp: undefined }, 'otherMiniProgram'],
    ['a time in text', { timestamp: String(watermark.timestamp) }, 'otherMiniProgram'],
    ['a time too old', { timestamp: watermark.timestamp - 301 }, 'age'],
    ['a time to come', { timestamp: watermark.timestamp + 61 }, 'age'],
    ['a time in ms', { timestamp: madeAt }, 'age'],
  ])('the watermark has %s', (_, change, refusal) => {
    const odd = userInfo({ watermark: { ...watermark, ...change } })
    expect(unseal(odd, about)).toEqual({ refusal })
  })

  test.each([
    ['no watermark', { watermark: undefined }, 'otherMiniProgram'],
    ['another corp', { corpid: 'ww5eed000000000002' }, 'otherPerson'],
    ['a corp that has not linked the mini program', { corpid: '' }, 'otherPerson'],
    ['another person', { userid: 'lisi' }, 'otherPerson'],
    ['a person in a list', { userid: ['zhangsan'] }, 'otherPerson'],
    ['no person', { userid: undefined }, 'otherPerson'],
    ['no corp', { corpid: undefined }, 'otherPerson'],
    ['no name', { name: undefined }, 'kind'],
    ['a name that is no text', { name: 7 }, 'kind'],
  ])('inside is %s', (_, change, refusal) => {
    expect(unseal(userInfo(change), about)).toEqual({ refusal })
  })

  test.each([{ corpid: 'ww5eed000000000002' }, { userid: 'lisi' }])('a number of %j', (other) => {
    const odd = sealed('mobile', { mobile: '13800000000', watermark, ...other })
    expect(unseal(odd, about)).toEqual({ refusal: 'otherPerson' })
  })

  test.each(['mobile', 'email'] as const)('data of another kind than %s', (kind) => {
    expect(unseal({ kind, encryptedData, iv }, about)).toEqual({ refusal: 'kind' })
  })
})

test('whatever is sent, the answer is a refusal and never an error', () => {
  const text = fc.oneof(fc.string(), fc.base64String(), fc.constantFrom(iv, encryptedData, rawData))
  const anything = fc.record(
    { encryptedData: text, iv: text, rawData: text, signature: text },
    { requiredKeys: ['encryptedData', 'iv'] },
  )
  const kind = fc.constantFrom<Sealed['kind']>('userInfo', 'mobile', 'email')
  const isHonest = (sent: Omit<Sealed, 'kind'>) =>
    sent.encryptedData === encryptedData && sent.iv === iv
  fc.assert(
    fc.property(kind, anything, (kind, sent) => {
      fc.pre(!isHonest(sent))
      expect(unseal({ kind, ...sent }, about)).toHaveProperty('refusal')
    }),
    { numRuns: 2000 },
  )
})

describe('tampering', () => {
  const flipEach = function* (text: string) {
    const bytes = Buffer.from(text, 'base64')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      yield flipped.toString('base64')
    }
  }

  test('no bit of a signed answer can be turned', () => {
    for (const bent of flipEach(iv)) {
      expect(unseal({ ...sample, iv: bent }, about)).toHaveProperty('refusal')
    }
    for (const bent of flipEach(encryptedData)) {
      expect(unseal({ ...sample, encryptedData: bent }, about)).toHaveProperty('refusal')
    }
  })

  // CBC without a signature: this is why the number is the employee's word and no proof.
  test('of a mobile number its own sender can bend the first block, and nothing behind it', () => {
    const number = '13800000000'
    const honest = sealed('mobile', { mobile: number, watermark })
    const open = Array.from(flipEach(honest.iv), (bent) => unseal({ ...honest, iv: bent }, about))
    const numbers = open.flatMap((verdict) => ('data' in verdict ? [verdict.data.mobile] : []))
    const seen = 16 - '{"mobile":"'.length
    expect(numbers.length).toBeGreaterThan(0)
    for (const bent of numbers) expect(bent?.slice(seen)).toBe(number.slice(seen))
    for (const bent of flipEach(honest.encryptedData)) {
      const verdict = unseal({ ...honest, encryptedData: bent }, about)
      expect(verdict).not.toHaveProperty('data')
    }
  })
})
