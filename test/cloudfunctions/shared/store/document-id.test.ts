import fc from 'fast-check'
import { documentId, idRange } from '../../../../cloudfunctions/shared/store/document-id'

// Any UTF-16 units, halves of pairs as well, of all lengths that matter.
const anyKey = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units))
const anyText = fc.oneof(
  anyKey,
  fc.string(),
  fc.tuple(fc.string(), fc.integer({ min: 0, max: 300 })).map(([text, n]) => text.repeat(n)),
)

test('a key of ordinary characters is its own id', () => {
  for (const key of ['token:ww1:1000002', 'employees/ww1:zhangsan', 'a.b_c-d@e|f']) {
    expect(documentId(key)).toBe(key)
  }
})

test('an id is printable ASCII, not empty, and short enough for an index', () => {
  fc.assert(fc.property(anyText, (key) => /^[!-~]{1,900}$/.test(documentId(key))))
})

test('different keys have different ids', () => {
  fc.assert(fc.property(anyText, anyText, (a, b) => a === b || documentId(a) !== documentId(b)))
})

test('ids are in the order of their keys', () => {
  fc.assert(fc.property(anyKey, anyKey, (a, b) => a < b === documentId(a) < documentId(b)))
})

test('the range of a prefix holds each key that begins so', () => {
  fc.assert(
    fc.property(anyText, anyText, (prefix, rest) => {
      const { from, to } = idRange(prefix)
      const id = documentId(prefix + rest)
      return from <= id && id < to
    }),
  )
})

test('the range of a prefix holds no short key that begins otherwise', () => {
  fc.assert(
    fc.property(anyKey, anyKey, (prefix, key) => {
      const { from, to } = idRange(prefix)
      const id = documentId(key)
      return key.startsWith(prefix) === (from <= id && id < to)
    }),
  )
})
