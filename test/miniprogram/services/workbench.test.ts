import type { WorkbenchContent } from '../../../typings/api'
import type { Answer } from '../../../miniprogram/services/answer'
import type { IdentityState } from '../../../miniprogram/services/identity'
import { createListeners } from '../../../miniprogram/services/listeners'
import { createWorkbench } from '../../../miniprogram/services/workbench'
import { good, later, refusal } from '../fixtures/cloud'
import { NOON, lisi, zhangsan } from '../fixtures/employees'
import { createTime } from '../fixtures/time'

const MINUTE = 60_000
const contentOf = (title: string): WorkbenchContent => ({
  groups: [
    { title, entries: [{ id: title, title, target: { url: `https://oa.example.com/${title}` } }] },
  ],
  notices: [],
})
const wearing = (employee: typeof zhangsan): IdentityState => ({
  state: 'ready',
  employee,
  stale: false,
  asOf: NOON,
})

function setUp(...answers: (Answer<WorkbenchContent> | Promise<Answer<WorkbenchContent>>)[]) {
  const time = createTime()
  const listeners = createListeners<IdentityState>()
  let state: IdentityState = wearing(zhangsan)
  let asked = 0
  const workbench = createWorkbench({
    identity: { current: () => state, onChange: listeners.listen },
    request: (async () => {
      asked += 1
      return (await answers.shift()) ?? refusal('UNAVAILABLE', 'later')
    }) as never,
    clock: time.clock,
  })
  const become = (next: IdentityState) => {
    state = next
    listeners.tell(next)
  }
  return { workbench, time, become, asked: () => asked }
}

describe('the workbench', () => {
  test('is asked for once, and then kept for five minutes', async () => {
    const { workbench, time, asked } = setUp(good(contentOf('a')), good(contentOf('b')))
    await workbench.load()
    await workbench.load()
    time.pass(4 * MINUTE)
    await workbench.load()
    expect([asked(), workbench.entry('a')?.title]).toEqual([1, 'a'])
    time.pass(MINUTE)
    await workbench.load()
    expect([asked(), workbench.entry('a'), workbench.entry('b')?.title]).toEqual([
      2,
      undefined,
      'b',
    ])
  })

  test('finds an entry in whichever group it stands', async () => {
    const groups = [...contentOf('a').groups, ...contentOf('b').groups]
    const { workbench } = setUp(good({ groups, notices: [] }))
    await workbench.load()
    expect([workbench.entry('a')?.id, workbench.entry('b')?.id]).toEqual(['a', 'b'])
    expect(workbench.entry('c')).toBeUndefined()
  })

  test('is asked for again when somebody wants it', async () => {
    const { workbench, asked } = setUp(good(contentOf('a')), good(contentOf('b')))
    await workbench.load()
    await workbench.refresh()
    expect([asked(), workbench.entry('b')?.title]).toEqual([2, 'b'])
  })

  test('is one request, however many pages want it at once', async () => {
    const { workbench, asked } = setUp(good(contentOf('a')))
    await Promise.all([workbench.load(), workbench.refresh(), workbench.load()])
    expect(asked()).toBe(1)
  })

  test('keeps what is there when it cannot be brought up to date, and tries again soon', async () => {
    const { workbench, time, asked } = setUp(
      good(contentOf('a')),
      refusal('WECOM_BUSY', 'later'),
      good(contentOf('b')),
    )
    await workbench.load()
    await workbench.refresh()
    expect(workbench.current()).toMatchObject({
      content: contentOf('a'),
      failure: { code: 'WECOM_BUSY' },
    })
    await workbench.load()
    expect(asked()).toBe(2)
    time.pass(MINUTE)
    await workbench.load()
    expect(workbench.current()).toEqual({ content: contentOf('b'), asking: false, failure: null })
  })

  test.each([
    { state: 'signedOut' },
    { state: 'outside' },
    { state: 'loading' },
  ] as IdentityState[])(
    'is forgotten and not asked for while the identity is $state',
    async (state) => {
      const { workbench, become, asked } = setUp(good(contentOf('a')))
      await workbench.load()
      become(state)
      expect(workbench.current().content).toBeNull()
      await workbench.load()
      expect(asked()).toBe(1)
    },
  )

  test('of one person is never shown to another, not even when it comes late', async () => {
    const slow = later<WorkbenchContent>()
    const { workbench, become, asked } = setUp(slow.answer, good(contentOf('of-lisi')))
    const first = workbench.load()
    become(wearing(lisi))
    slow.arrive(good(contentOf('of-zhangsan')))
    await first
    await workbench.load()
    expect(asked()).toBe(2)
    expect(workbench.entry('of-zhangsan')).toBeUndefined()
    expect(workbench.entry('of-lisi')).toBeDefined()
  })

  test('stays when the same person is confirmed anew', async () => {
    const { workbench, become } = setUp(good(contentOf('a')))
    await workbench.load()
    become(wearing({ ...zhangsan, position: '总监' }))
    expect(workbench.current().content).toEqual(contentOf('a'))
  })

  test('tells of what it is doing', async () => {
    const { workbench } = setUp(good(contentOf('a')))
    const seen: boolean[] = []
    workbench.onChange(({ asking }) => seen.push(asking))
    await workbench.load()
    expect(seen).toEqual([true, false])
  })
})
