import {
  createLookAtAffected,
  type Affected,
} from '../../../../cloudfunctions/shared/employees/affected'
import { createEmployees } from '../../../../cloudfunctions/shared/employees/employees'
import type { Rechecks } from '../../../../cloudfunctions/shared/employees/rechecks'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { WecomError } from '../../../../cloudfunctions/shared/wecom/errors'
import { createTestClock } from '../../../support/clock'
import { personOf, sessionOf } from './people'

/** Some people at work, every third one in department 3. */
const setUp = async (count: number) => {
  const clock = createTestClock()
  const employees = createEmployees({
    store: createMemoryStore(clock),
    keyPrefix: 'ww1:1',
    clock,
    madeBy: 'rules',
  })
  const ids = Array.from({ length: count }, (_, n) => `u${String(n).padStart(4, '0')}`)
  for (const [n, id] of ids.entries()) {
    const { employee, standing } = personOf(id)
    const lineage = n % 3 === 0 ? [4, 3, 1] : [2, 1]
    await employees.admit(
      { employee, standing: { ...standing, lineage } },
      sessionOf('s', clock.now()),
      clock.now(),
    )
  }
  const asked: string[] = []
  const silent = new Set<string>()
  const ask: Rechecks['ask'] = async (userId) => {
    if (silent.has(userId)) throw new WecomError({ failure: 'noAnswer', path: '/cgi-bin/user/get' })
    asked.push(userId)
    return 'confirmed'
  }
  const lookAt = createLookAtAffected({ employees, rechecks: { ask } })
  const inDepartment = ids.filter((_id, n) => n % 3 === 0)
  return { employees, ids, asked, silent, lookAt, inDepartment }
}
const always = () => true
const so = (times: number) => () => times-- > 0

test('everybody in and below a department is asked about once, and nobody else', async () => {
  const { asked, lookAt, inDepartment } = await setUp(500)
  expect(await lookAt({ userIds: [], departmentIds: [3] }, 'event', always)).toBeUndefined()
  expect(asked.sort()).toEqual(inDepartment)
})

test('cut off at any moment, it goes on where it was, and misses nobody', async () => {
  const { asked, ids, lookAt, inDepartment } = await setUp(300)
  let left: Affected | undefined = { userIds: ids.slice(0, 25), departmentIds: [3] }
  for (let rounds = 0; left && rounds < 200; rounds++)
    left = await lookAt(left, 'event', so(rounds % 4))
  expect(left).toBeUndefined()
  expect(new Set(asked)).toEqual(new Set([...ids.slice(0, 25), ...inDepartment]))
  expect(asked.length).toBe(25 + inDepartment.length)
})

test('of whom WeCom says nothing the profile is forgotten, and they are left', async () => {
  const { employees, ids, silent, lookAt } = await setUp(30)
  silent.add('u0003').add('u0001')
  const left = await lookAt({ userIds: ['u0001'], departmentIds: [3] }, 'event', always)
  expect(left).toEqual({ userIds: ['u0001', 'u0003'], departmentIds: [] })
  const forgotten = []
  for (const id of ids) {
    const record = await employees.read(id)
    if (record?.active && record.employee.confirmedAt === 0) forgotten.push(id)
  }
  expect(forgotten).toEqual(['u0001', 'u0003'])
})

test('a fault that is not WeCom’s is none to go on after', async () => {
  const { employees } = await setUp(1)
  const ask = async () => Promise.reject(new TypeError('of ours'))
  const lookAt = createLookAtAffected({ employees, rechecks: { ask } })
  await expect(lookAt({ userIds: ['u0000'], departmentIds: [] }, 'event', always)).rejects.toThrow(
    TypeError,
  )
})
