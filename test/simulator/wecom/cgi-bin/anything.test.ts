import fc from 'fast-check'
import { createCall } from '../../../../simulator/wecom/cgi-bin/call'
import { createRoutes } from '../../../../simulator/wecom/cgi-bin/routes'
import { withDefaults } from '../../../../simulator/wecom/options'
import { createWorld } from '../../../../simulator/wecom/state/world'
import { errcodes, notSimulated } from '../../../../simulator/wecom/wire/fault'
import { agentId, company, corpId, otherCorpId, secret } from '../running'

const contactSync = { secret: 'invented-secret-of-contact-sync-000001', olderIps: [] }
const world = createWorld(withDefaults({ company: { ...company(), contactSync }, limits: 'off' }))
const call = createCall(world)
const caller = { address: '127.0.0.1', overLoopback: true }
const tokens = [agentId, 0].map((id) => world.tokens.issue({ corpId, agentId: id }).accessToken)

const names = [
  ...['userid', 'department_id', 'id', 'tagid', 'agentid', 'corpid', 'corpsecret', 'fetch_child'],
  ...['code', 'js_code', 'grant_type', 'type', 'mobile', 'email', 'email_type', 'openid', 'cursor'],
  ...['limit', 'open_userid_list', 'source_agentid', 'user_ticket', 'debug'],
]
const likelyText = fc.constantFrom(
  ...[
    'zhangsan',
    'ZHANGSAN',
    'weiguohua',
    'nobody',
    '张三',
    '1',
    '2',
    '13',
    '999',
    '-1',
    '',
    '1e3',
  ],
  ...['agent_config', 'authorization_code', corpId, otherCorpId, secret, contactSync.secret],
)
const text = fc.oneof(likelyText, fc.string({ unit: 'binary', maxLength: 80 }))
const json = fc.oneof(text, fc.jsonValue({ maxDepth: 2 }), fc.array(text, { maxLength: 3 }))
const fields = <T>(value: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 })

const requests = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT'),
  path: fc.constantFrom(...createRoutes(world).keys(), '/cgi-bin/message/send'),
  token: fc.constantFrom(...tokens, 'made-up', ''),
  query: fields(text),
  body: fc.oneof(
    fields(json).map((value) => JSON.stringify(value)),
    text,
  ),
})

test('whatever is sent, the answer is one of those in the table, in the envelope', () => {
  const seen = new Set<number>()
  fc.assert(
    fc.property(requests, ({ method, path, token, query, body }) => {
      const url = new URL(path, 'http://simulator')
      url.search = new URLSearchParams({ ...query, access_token: token }).toString()
      const { reply, errcode, why = '' } = call({ method, url, body }, caller)
      const sent = JSON.parse(reply.body) as { errcode?: unknown; errmsg?: unknown }
      expect([0, notSimulated, ...errcodes]).toContain(errcode)
      expect([reply.status, sent.errcode, typeof sent.errmsg]).toEqual([200, errcode, 'string'])
      // A refusal and its explanation tell nothing of what was sent that must stay secret.
      if (errcode !== 0) for (const told of [reply.body, why]) expect(told).not.toContain(tokens[0])
      for (const hidden of [secret, contactSync.secret]) {
        for (const told of [reply.body, why]) expect(told).not.toContain(hidden)
      }
      seen.add(errcode)
    }),
    { numRuns: 3000 },
  )
  expect(seen.size).toBeGreaterThan(10)
})
