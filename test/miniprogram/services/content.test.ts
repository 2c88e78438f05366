/** What every content has in common is tested on the workbench's; here is what that one has no use for. */
import type { Answer } from '../../../miniprogram/services/answer'
import { createContent } from '../../../miniprogram/services/content'
import type { IdentityState } from '../../../miniprogram/services/identity'
import { createListeners } from '../../../miniprogram/services/listeners'
import type { Employee } from '../../../typings/api'
import { good, later, refusal } from '../fixtures/cloud'
import { NOON, lisi, zhangsan } from '../fixtures/employees'
import { createTime } from '../fixtures/time'

const wearing = (employee: Employee): IdentityState => ({
  state: 'ready',
  employee,
  stale: false,
  asOf: NOON,
})
const hr = { ...lisi, roles: ['hr'] }

function setUp(...answers: (Answer<string> | Promise<Answer<string>>)[]) {
  const listeners = createListeners<IdentityState>()
  let state = wearing(zhangsan)
  let asked = 0
  const content = createContent<string>({
    identity: { current: () => state, onChange: listeners.listen },
    ask: async () => {
      asked += 1
      return (await answers.shift()) ?? refusal('UNAVAILABLE', 'later')
    },
    clock: createTime().clock,
    isFor: ({ roles }) => roles.includes('hr'),
  })
  const become = (employee: Employee) => {
    state = wearing(employee)
    listeners.tell(state)
  }
  return { content, become, asked: () => asked }
}

test('is never asked for on behalf of somebody whom it is not for', async () => {
  const { content, asked } = setUp(good('roster'))
  await content.load()
  await content.refresh()
  expect([asked(), content.current().content]).toEqual([0, null])
})

test('is there to be asked for as soon as it is for them, and gone as soon as it is not', async () => {
  const { content, become } = setUp(good('roster'))
  become(hr)
  await content.load()
  expect(content.current().content).toBe('roster')
  become({ ...hr, roles: [] })
  expect(content.current().content).toBeNull()
})

test('is asked for again, however soon, when the role comes back', async () => {
  const { content, become, asked } = setUp(good('roster'), good('roster anew'))
  become(hr)
  await content.load()
  become({ ...hr, roles: [] })
  become(hr)
  await content.load()
  expect([asked(), content.current().content]).toEqual([2, 'roster anew'])
})

test('that was on its way when the role was taken away never arrives', async () => {
  const slow = later<string>()
  const { content, become } = setUp(slow.answer)
  become(hr)
  const asking = content.load()
  become({ ...hr, roles: [] })
  slow.arrive(good('roster'))
  await asking
  expect(content.current()).toEqual({ content: null, asking: false, failure: null })
})

test.each(['NOT_ALLOWED', 'SESSION_REFUSED'] as const)(
  'goes when the function answers %s',
  async (code) => {
    const { content, become } = setUp(good('roster'), refusal(code))
    become(hr)
    await content.load()
    await content.refresh()
    expect(content.current()).toMatchObject({ content: null, failure: { code } })
  },
)

test('whose asking breaks is a failure, and can be asked for again', async () => {
  const listeners = createListeners<IdentityState>()
  let tries = 0
  const content = createContent<string>({
    identity: { current: () => wearing(hr), onChange: listeners.listen },
    ask: () =>
      ++tries === 1 ? Promise.reject(new Error('a mistake')) : Promise.resolve(good('roster')),
    clock: createTime().clock,
  })
  await content.load()
  expect(content.current()).toMatchObject({ asking: false, failure: { code: 'NO_REPLY' } })
  await content.refresh()
  expect(content.current().content).toBe('roster')
})
