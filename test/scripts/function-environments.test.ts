import { readKeyRing } from '../../cloudfunctions/shared/session/key-ring'
import {
  domainProofPath,
  functionEnvironments,
  functionRoutes,
} from '../../scripts/function-environments'
import { createKeyRing } from '../../scripts/key-ring'

const given = {
  WECOM_CORP_ID: 'ww1',
  WECOM_CORP_SECRET: 'the-secret-of-the-app',
  SESSION_KEYS: JSON.stringify(createKeyRing()),
  CALLBACK_TOKEN: 'the-token-of-callbacks',
}
const told = functionEnvironments(given, ['identity', 'events', 'workbench', 'salary'])
const everythingTold = (name: string) => JSON.stringify(told[name]?.environment)

test.each(['workbench', 'salary'])('%s, which only verifies, is told no secret', (name) => {
  const environment = told[name]?.environment ?? {}
  expect(environment).toMatchObject({ WECOM_CORP_ID: 'ww1', STORE: 'cloudbase' })
  const ring = readKeyRing(environment.SESSION_PUBLIC_KEYS ?? '')
  expect([ring.verifying.length, ring.signingAt(Infinity)]).toEqual([1, undefined])
  for (const secret of ['the-secret-of', 'the-token-of', 'STORE_KEYS', '"SESSION_KEYS"', '"d"']) {
    expect(everythingTold(name)).not.toContain(secret)
  }
})

test('whoever ends sessions can’t make any', () => {
  expect(everythingTold('events')).toContain('the-secret-of-the-app')
  expect(everythingTold('events')).not.toContain('SESSION_KEYS')
})

test('a function of your own is served under its name; WeCom, the clock and callFunction keep theirs', () => {
  expect(functionRoutes(['identity', 'web', 'events', 'patrol', 'wechat', 'salary'])).toEqual({
    '/api/identity': 'identity',
    '/api/salary': 'salary',
    '/web': 'web',
    '/web/*': 'web',
    '/events': 'events',
    '/events/contacts': 'events',
  })
})

test('the proof of a trusted domain is served by the web pages, under its own name', () => {
  expect(domainProofPath({ DOMAIN_VERIFY: 'WW_verify_AbC123.txt:AbC123' })).toEqual({
    '/WW_verify_AbC123.txt': 'web',
  })
  expect(domainProofPath({})).toEqual({})
})
