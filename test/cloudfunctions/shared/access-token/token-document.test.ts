import {
  emptyDocument,
  readTokenDocument,
  type TokenDocument,
} from '../../../../cloudfunctions/shared/access-token/token-document'

const full: TokenDocument = {
  version: 1,
  generation: 7,
  token: { sealed: 'g1.k.text', fingerprint: 'abc', diesAt: 1000, isReissue: false },
  lease: { id: 'one', until: 2000, ms: 4000 },
  hold: {
    id: 'one:hold',
    until: 3000,
    ms: 60_000,
    watchMs: 1000,
    reason: { failure: 'refused', errcode: 40001 },
  },
  failures: 2,
}

test('what was written is read', () => {
  for (const document of [emptyDocument, full])
    expect(readTokenDocument(JSON.parse(JSON.stringify(document)))).toEqual(document)
})

const without = (field: string) => ({ ...full, [field]: undefined })

test.each([
  ['nothing', undefined],
  ['text', '{}'],
  ['another version', { ...full, version: 2 }],
  ...Object.keys(full).map((field): [string, object] => [`no ${field}`, without(field)]),
  ['a generation before the first', { ...full, generation: -1 }],
  ['a generation that is no number', { ...full, generation: '7' }],
  ['a token without its end', { ...full, token: { ...full.token, diesAt: undefined } }],
  ['a token that never ends', { ...full, token: { ...full.token, diesAt: Infinity } }],
  ['a lease without end', { ...full, lease: { ...full.lease, ms: 1e12 } }],
  ['a hold without end', { ...full, hold: { ...full.hold, ms: 1e12 } }],
  ['a hold that need not be watched', { ...full, hold: { ...full.hold, watchMs: -1 } }],
  ['a reason that is none of ours', { ...full, hold: { ...full.hold, reason: { failure: 'x' } } }],
])('%s is no document', (_, value) => {
  expect(readTokenDocument(value)).toBeUndefined()
})
