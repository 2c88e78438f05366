import { createPublicKey, verify } from 'node:crypto'
import { createEmployeeReader } from '../../cloudfunctions/shared/employees/employee-reader'
import { createEmployees } from '../../cloudfunctions/shared/employees/employees'
import { systemClock as clock } from '../../cloudfunctions/shared/runtime/clock'
import { readKeyRing } from '../../cloudfunctions/shared/session/key-ring'
import { createSessionGate } from '../../cloudfunctions/shared/session/session-gate'
import { createSessionTokens } from '../../cloudfunctions/shared/session/session-token'
import { createSessions } from '../../cloudfunctions/shared/session/sessions'
import { createMemoryStore } from '../../cloudfunctions/shared/store/memory-store'
import { createKeyRing, publicHalves } from '../../scripts/key-ring'
import { median, rounded, type Bench } from '../bench'

const times = 3000
const runs = 7
const app = { corpId: 'wwBENCH', agentId: 1 }

/** CPU of one, in µs. */
const cpuOf = async (work: () => unknown): Promise<number> => {
  const before = process.cpuUsage()
  for (let n = 0; n < times; n++) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / times
}

/** What it costs to know a caller, beside the Ed25519 verification in it, which nobody can do without. */
export const sessionBench: Bench = {
  name: 'session',
  heading: ['', 'crypto.verify alone', 'session and record', 'ratio'],
  async rows() {
    const { isKnown, isSigned } = await prepare()
    await cpuOf(isSigned)
    await cpuOf(isKnown)
    const raw: number[] = []
    const ours: number[] = []
    // In turns: what else the machine does hits both.
    for (let run = 0; run < runs; run++) {
      raw.push(await cpuOf(isSigned))
      ours.push(await cpuOf(isKnown))
    }
    const [least, we] = [median(raw), median(ours)]
    return [
      ['CPU of verifying a session, µs', rounded(least), rounded(we), (we / least).toFixed(2)],
    ]
  },
}

/** A function that only verifies, and a session that it knows. */
const prepare = async () => {
  const keys = createKeyRing()
  const store = createMemoryStore(clock)
  const signing = createSessionTokens({ ring: readKeyRing(JSON.stringify(keys)), ...app, clock })
  const sessions = createSessions({
    tokens: signing,
    lifeSeconds: 1800,
    longestSeconds: 28_800,
    clock,
  })
  const { session, live } = sessions.issue({ userId: 'zhangsan', via: 'wecom-miniprogram' })
  const keyPrefix = `${app.corpId}:${app.agentId}`
  await createEmployees({ store, keyPrefix, clock, madeBy: 'rules' }).admit(
    {
      employee: {
        corpId: app.corpId,
        userId: 'zhangsan',
        name: '张三',
        departments: [],
        directLeaders: [],
        roles: [],
        confirmedAt: 0,
        withheld: {},
      },
      standing: { departmentIds: [3], lineage: [3, 1], leads: [], roles: [] },
    },
    live,
    clock.now(),
  )
  const ring = readKeyRing(JSON.stringify(publicHalves(keys)))
  const gate = createSessionGate(
    createSessionTokens({ ring, ...app, clock }),
    createEmployeeReader({ store, keyPrefix, clock }),
  )
  const [head, body, signature = ''] = session.token.split('.')
  const signed = Buffer.from(`${head}.${body}`)
  const signatureBytes = Buffer.from(signature, 'base64url')
  const [{ kty, crv, x } = { kty: '', crv: '', x: '' }] = keys
  const publicKey = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
  const holds = (isTrue: boolean) => {
    if (!isTrue) throw new Error('the session of the bench is refused')
  }
  return {
    isSigned: () => holds(verify(null, signed, publicKey, signatureBytes)),
    isKnown: async () => holds('caller' in (await gate.verify(session.token))),
  }
}
