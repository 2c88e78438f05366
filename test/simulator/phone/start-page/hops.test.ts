import { createHops } from '../../../../simulator/phone/browser/start-page/hops'

const phone = (id: number, at: number, name: string, target: string, end = {}) => ({
  kind: 'phone',
  id,
  at,
  name,
  target,
  ...end,
})

function told(...events: unknown[]) {
  const hops = createHops()
  for (const event of events) hops.add(event)
  return hops.list()
}

test('a request of the phone and its arrival in the function are one hop', () => {
  const hops = told(
    phone(1, 10, 'wx.request', 'POST /api/identity'),
    { event: 'request', traceId: 't', at: 11, function: 'identity', action: 'signIn', via: 'http' },
    phone(1, 10, 'wx.request', 'POST /api/identity', { ms: 40, outcome: '200' }),
  )
  expect(hops).toMatchObject([
    {
      from: 'phone',
      to: 'cloud',
      title: 'identity · signIn',
      meaning: 'signIn',
      ms: 40,
      failure: '',
    },
  ])
})

test('hops are in the order of time, whatever the order of arrival', () => {
  const hops = told(
    { event: 'reply', at: 30, function: 'identity', action: 'signIn', ms: 20, code: 'ok' },
    { event: 'upstream', at: 20, path: '/cgi-bin/gettoken', ms: 5, errcode: 0 },
    phone(1, 10, 'wx.qy.login', ''),
  )
  expect(hops.map(({ from, to }) => `${from} → ${to}`)).toEqual([
    'phone → wecom',
    'cloud → wecom',
    'cloud → phone',
  ])
})

test.each([
  [{ event: 'upstream', path: '/cgi-bin/user/get', ms: 1, errcode: 60111 }, '60111'],
  [{ event: 'upstream', path: '/cgi-bin/user/get', failure: 'WECOM_TIMEOUT' }, 'WECOM_TIMEOUT'],
  [
    { event: 'reply', function: 'identity', action: 'signIn', code: 'CODE_REFUSED' },
    'CODE_REFUSED',
  ],
  [phone(1, 1, 'wx.qy.login', '', { ms: 2, outcome: 'timeout' }), 'timeout'],
])('%j failed', (event, failure) => {
  expect(told(event)).toMatchObject([{ failure }])
})

test('a call that has not ended has no outcome', () => {
  expect(told(phone(1, 1, 'wx.qy.login', ''))[0]).not.toHaveProperty('failure')
})

test('a timer is not the phone', () => {
  expect(told({ event: 'request', at: 1, function: 'patrol', via: 'timer' })).toMatchObject([
    { kind: 'timer', from: 'cloud', to: 'cloud' },
  ])
})

test('an event nobody knows is shown as it is', () => {
  expect(told({ event: 'novelty', at: 1, size: 3 })).toMatchObject([
    { kind: 'unknown', title: 'novelty', detail: 'size 3' },
  ])
})

test.each([null, 7, 'text', [], { kind: 'other' }, { kind: 'phone' }])(
  '%j does no harm',
  (event) => {
    expect(() => told(event)).not.toThrow()
  },
)

test('whatever looks like a secret is not kept', () => {
  const long = 'a1B2'.repeat(12)
  const hops = told(
    { event: 'console', function: 'identity', text: `got ${long}` },
    { event: 'novelty', access_token: 'short', nested: { session_key: 'k', jsCode: 'c' } },
  )
  const kept = JSON.stringify(hops)
  for (const secret of [long, 'short', '"k"', '"c"']) expect(kept).not.toContain(secret)
})
