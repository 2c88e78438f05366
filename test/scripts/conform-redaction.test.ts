/** Whatever a WeCom answers to npm run conform, none of it that could be somebody's is shown. */
import * as fc from 'fast-check'
import { checks } from '../../scripts/conform/checks'
import { conform } from '../../scripts/conform/conform'
import { fixtures, report } from '../../scripts/conform/report'
import type { Answer } from '../../scripts/conform/server'

// Nothing that we write holds this, so whatever does came from the other side.
const mark = 'zq'

const somebodys = fc.oneof(
  fc.stringMatching(/^[a-z0-9_.@-]{0,12}$/).map((text) => mark + text),
  fc.constantFrom('张', '王', '欧阳').map((name) => name + mark),
  fc.stringMatching(/^[A-Za-z0-9+/]{20,40}$/).map((text) => text + mark),
)
const keys = fc.constantFrom('userid', 'name', 'department', 'userlist', 'extattr', 'new_key')
const value = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    somebodys,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  ),
})).value

const errmsg = fc.oneof(
  somebodys,
  fc
    .tuple(fc.constantFrom('invalid userid', 'user not found', 'ok'), somebodys, fc.boolean())
    .map(([words, name, isTold]) => `${words} ${name}${isTold ? `, hint: [${name}]` : ''}`),
)
const reply = fc
  .tuple(
    fc.dictionary(keys, value, { maxKeys: 6 }),
    somebodys,
    fc.record({
      errcode: fc.oneof(fc.constantFrom(0, 0, 0, 40029, 60111), fc.integer(), somebodys),
      errmsg,
    }),
  )
  // A name as a key is hidden where it is a value as well.
  .map(([payload, name, outcome]) => ({ ...payload, [name]: 1, who: name, ...outcome }))

const answer: fc.Arbitrary<Answer> = fc.record({
  status: fc.constantFrom(200, 400, 500),
  headers: fc.record({ 'content-type': fc.oneof(somebodys, fc.constant('text/html')) }),
  text: fc.oneof(
    reply.map((body) => JSON.stringify(body)),
    somebodys,
  ),
})

const token: Answer = {
  status: 200,
  headers: {},
  text: '{"errcode":0,"errmsg":"ok","access_token":"t","expires_in":1}',
}
const given = {
  corpId: 'ww1',
  secret: 's',
  agentId: '1',
  userId: 'u',
  departmentId: '1',
  tagId: '1',
}

test('no text of an answer is printed or saved', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(answer, { minLength: 40, maxLength: 40 }), async (answers) => {
      const next = [token, ...answers][Symbol.iterator]()
      const outcomes = await conform(async () => next.next().value ?? token, given)
      const shown = report(outcomes) + fixtures(outcomes)
      expect(outcomes).toHaveLength(checks.length)
      expect(shown).not.toContain(mark)
    }),
    { numRuns: 300 },
  )
})
