import fc from 'fast-check'
import { seal, signatureOf, unseal } from '../../../../simulator/wecom/callbacks/crypto'
import { contactChangeEvent } from '../../../../simulator/wecom/callbacks/event'
import { cdata } from '../../../../simulator/wecom/callbacks/xml'

describe('the vector of the documentation', () => {
  const keys = {
    token: 'QDG6eK',
    aesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
    receiveId: 'wx5823bf96d3bd56c7',
  }
  const encrypt =
    'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q=='

  test('is signed as it says', () => {
    expect(signatureOf(keys.token, '1409659813', '1372623149', encrypt)).toBe(
      '477715d11cdb4164915debcba66cb864d751f3e6',
    )
  })

  test('is decrypted to 284 bytes of XML that say hello to app 218', () => {
    const xml = unseal(encrypt, keys)
    expect(Buffer.byteLength(xml)).toBe(284)
    expect(xml).toContain('<Content><![CDATA[hello]]></Content>')
    expect(xml).toContain('<AgentID>218</AgentID>')
  })

  test('is not decrypted for another receiver', () => {
    expect(() => unseal(encrypt, { ...keys, receiveId: 'wx5823bf96d3bd56c8' })).toThrow('receiveId')
  })
})

test('a departure is encrypted byte for byte as other implementations do', () => {
  const keys = {
    token: 'SimToken2024',
    aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
    receiveId: 'ww1234567890abcdef',
  }
  const event = contactChangeEvent('delete_user', 'zhangsan', { UserID: cdata('zhangsan') })
  const xml = event.xml(keys.receiveId, 1_700_000_000_000)
  expect(xml).toBe(
    '<xml><ToUserName><![CDATA[ww1234567890abcdef]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_contact]]></Event><ChangeType>delete_user</ChangeType><UserID><![CDATA[zhangsan]]></UserID></xml>',
  )
  const { encrypt } = seal(xml, keys, {
    at: 1_700_000_000_000,
    random: () => Buffer.from('0123456789abcdef'),
  })
  expect(encrypt).toBe(
    'Q3stYC6hdFzMh9T8HCvyDAR8/sDLgG4XO1B1AO/T0AsK8Y71sVNMxQNMc9dPF0PAyOmUP4ayD/uGllPktz7nG3Hu4vzejXutArIGQWfBNCXcXQu/aXM1AkWiQY9wsvd+ocwRk/D+XY47ayMdzqskQsLlEdGrIQwQfEwUGyqkmM8WUTfv23VPvV5jKgC9gV9hYo0SdMEMXY6DlfrpvF026t+8J93yd6hYTatCvDB8N1/cLvasSvVDzMnBp8WlI0cBoGIblgwK1DGvG8mVX6Tzin934CXkFNLg/0cuGeIt+i2Jrp2RBVKS7ZEhiXjsFQW/awFbHdCiadYcN6XWoRfPeeSEeg3rrNr4Ivwlj4uCcohxBgTvxywJffayTZMbK7XmwpoSWWYwJcmS6aEAQyGnEUFJ1Fr4fERubk/6hV5rnrgUxe3VOeM8JZKSDSGhlXkp1KSm7wYWip20AlXN+KDyCQ==',
  )
  expect(signatureOf(keys.token, '1700000000', 'n0nce123', encrypt)).toBe(
    'ed952af0a6f5da3dacf0fd54c5f1323e311414a7',
  )
})

test('whatever is sealed is unsealed to the same, and its padding is one of 1 to 32', () => {
  const keys = {
    token: 't',
    aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
    receiveId: 'ww1234567890abcdef',
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.uint8Array(), (text, seed) => {
      const random = (bytes: number) => Buffer.alloc(bytes, Buffer.from([...seed, 0]))
      const sealed = seal(text, keys, { at: 0, random })
      expect(unseal(sealed.encrypt, keys)).toBe(text)
      expect(Buffer.from(sealed.encrypt, 'base64').length % 32).toBe(0)
    }),
  )
})

test('a text that contains the end of a CDATA section stays one text', () => {
  expect(cdata('a]]>b')).toBe('<![CDATA[a]]]]><![CDATA[>b]]>')
})
