import fc from 'fast-check'
import { departments, people, ranges } from './company'

/** What can happen, in any order. Tokens and codes are named by when they were given out. */
export type Operation =
  | { do: 'gettoken'; agentId: number; secret: 'right' | 'wrong' }
  | { do: 'login'; who: string; platform: 'wecom' | 'wechat'; agentId: number }
  | { do: 'exchange'; token: number; code: number }
  | { do: 'read'; token: number; who: string }
  | { do: 'invalidate'; agentId: number }
  | { do: 'advance'; seconds: number }
  | { do: 'show'; agentId: number; range: number }
  | { do: 'status'; who: string; status: 1 | 2 | 4 | 5 }
  | { do: 'move'; who: string; to: number[] }
  | { do: 'remove'; who: string }
  | { do: 'enable'; agentId: number; enabled: boolean }
  | { do: 'trust'; agentId: number; here: boolean }
  | { do: 'unlink'; agentId: number; linked: true | 'encrypted' | 'refused' }

const agentId = fc.constantFrom(1, 1, 1, 2, 3)
const ofUs = fc.constantFrom(...people.slice(0, 4))
const who = fc.constantFrom(...people)
// Small, so that the same token and the same code come up again and again.
const which = fc.nat({ max: 5 })
const once = <T>(value: T) => fc.constant(value)

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: once('gettoken' as const),
      agentId,
      secret: fc.constantFrom('right', 'right', 'right', 'wrong'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: once('login' as const),
      who,
      platform: fc.constantFrom('wecom', 'wecom', 'wechat'),
      agentId: fc.constantFrom(1, 1, 2),
    }),
  },
  { weight: 8, arbitrary: fc.record({ do: once('exchange' as const), token: which, code: which }) },
  { weight: 6, arbitrary: fc.record({ do: once('read' as const), token: which, who }) },
  fc.record({ do: once('invalidate' as const), agentId }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: once('advance' as const),
      seconds: fc.constantFrom(1, 60, 299, 300, 3600, 7199, 7200),
    }),
  },
  fc.record({ do: once('show' as const), agentId, range: fc.nat({ max: ranges.length - 1 }) }),
  fc.record({ do: once('status' as const), who: ofUs, status: fc.constantFrom(1, 2, 4, 5) }),
  fc.record({
    do: once('move' as const),
    who: ofUs,
    to: fc.uniqueArray(fc.constantFrom(...departments), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ do: once('remove' as const), who: ofUs }),
  fc.record({ do: once('enable' as const), agentId, enabled: fc.boolean() }),
  fc.record({ do: once('trust' as const), agentId, here: fc.boolean() }),
  fc.record({
    do: once('unlink' as const),
    agentId: fc.constantFrom(1, 2),
    linked: fc.constantFrom<true | 'encrypted' | 'refused'>(true, 'encrypted', 'refused'),
  }),
)

export const operations = fc.array(operation, { minLength: 5, maxLength: 24 })
