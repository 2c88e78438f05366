import { startCalled, type Called } from './calling'

let wecom: Called
const call: Called['call'] = (request, body) => wecom.call(request, body)

beforeEach(async () => {
  wecom = await startCalled()
})
afterEach(() => wecom.close())

test('faults are added, listed with what is left of them, taken away one by one or all', async () => {
  const rule = { path: '/cgi-bin/gettoken', kind: 'errcode', errcode: -1, text: 'system busy' }
  expect((await call('POST /faults', { ...rule, times: 2 })).body).toEqual({
    faults: [{ ...rule, times: 2, id: 1 }],
  })
  expect((await wecom.api('gettoken')).errcode).toBe(-1)
  await call('POST /faults', { path: '*', kind: 'html' })
  expect((await call('GET /faults')).body).toMatchObject({
    faults: [
      { id: 1, times: 1 },
      { id: 2, kind: 'html' },
    ],
  })
  expect((await call('DELETE /faults/1')).body).toMatchObject({ faults: [{ id: 2 }] })
  expect((await call('DELETE /faults/1')).status).toBe(404)
  await call('DELETE /faults')
  expect((await wecom.api('gettoken')).errcode).toBe(41002)
})

test.each([
  { path: '*', kind: 'wait', ms: 10, jitterMs: 5, times: 'always' },
  { path: '*', kind: 'cut', when: 'after', times: 1, chance: 0.5 },
  { path: '*', kind: 'html', times: 1 },
  { path: '*', kind: 'status', status: 504, times: 1 },
  { path: '*', kind: 'body', body: '', contentType: 'text/plain', times: 3 },
  { path: '*', kind: 'half', times: 1 },
  { path: '*', kind: 'stall', after: 'nothing', times: 1 },
  { path: '*', kind: 'drip', bytes: 3, everyMs: 20, times: 1 },
  { path: '*', kind: 'types', as: 'nulls', times: 1 },
])('a rule of $kind is taken as it is', async (rule) => {
  expect((await call('POST /faults', rule)).body).toEqual({ faults: [{ ...rule, id: 1 }] })
})

test.each([
  [{ kind: 'html' }, 'path must be a string'],
  [{ path: '/elsewhere', kind: 'html' }, 'begin with /cgi-bin/'],
  [{ path: '*', kind: 'explode' }, 'kind must be errcode, wait'],
  [{ path: '*', kind: 'html', times: 0 }, 'times must be a whole number'],
  [{ path: '*', kind: 'html', times: 'twice' }, 'times must be a whole number'],
  [{ path: '*', kind: 'html', chance: 0 }, 'chance must be'],
  [{ path: '*', kind: 'html', chance: 1.1 }, 'chance must be'],
  [{ path: '*', kind: 'errcode', errcode: '40029' }, 'errcode must be a whole number'],
  [{ path: '*', kind: 'errcode', errcode: 1, text: 1 }, 'text must be a string'],
  [{ path: '*', kind: 'wait', ms: 60_001 }, 'ms must be a whole number, 0 to 60000'],
  [{ path: '*', kind: 'wait', ms: 1, jitterMs: -1 }, 'jitterMs must be'],
  [{ path: '*', kind: 'cut' }, 'when must be "before" or "after"'],
  [{ path: '*', kind: 'status', status: 200 }, 'status must be'],
  [{ path: '*', kind: 'body' }, 'body must be a string'],
  [{ path: '*', kind: 'body', body: '', contentType: 'a\nb: c' }, 'printable ASCII'],
  [{ path: '*', kind: 'stall', after: 'all' }, 'after must be'],
  [{ path: '*', kind: 'drip', bytes: 0, everyMs: 1 }, 'bytes must be'],
  [{ path: '*', kind: 'types', as: 'xml' }, 'as must be'],
  [{ path: '*', kind: 'html', time: 3 }, 'a fault of kind html has no time'],
  [{ path: '*', kind: 'wait', ms: 1, errcode: -1 }, 'a fault of kind wait has no errcode'],
])('%j is refused with a sentence', async (rule, why) => {
  expect(await call('POST /faults', rule)).toEqual({
    status: 400,
    body: { error: expect.stringContaining(why) },
  })
  expect(wecom.faults.list()).toEqual([])
})
