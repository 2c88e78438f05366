import { createUpstreamHold } from '../../../../cloudfunctions/shared/limits/upstream-hold'
import { createMemoryStore } from '../../../../cloudfunctions/shared/store/memory-store'
import { WecomError } from '../../../../cloudfunctions/shared/wecom/errors'
import { createTestClock } from '../../../support/clock'

const path = '/cgi-bin/user/get'
const limited = () => new WecomError({ failure: 'refused', path, errcode: 45009 })

const setUp = () => {
  const clock = createTestClock()
  const store = createMemoryStore(clock)
  const held: { path: string; untilAt: number }[] = []
  const createInstance = () =>
    createUpstreamHold({ store, keyPrefix: 'ww1:1', clock, onHold: (hold) => held.push(hold) })
  let calls = 0
  const refuse = async () => {
    calls++
    throw limited()
  }
  const answer = async () => {
    calls++
    return 'member'
  }
  return { clock, store, held, createInstance, refuse, answer, calls: () => calls }
}

test('after 45009 nobody calls that path until the window ends, in no instance', async () => {
  const { createInstance, refuse, answer, calls, clock } = setUp()
  const [one, other] = [createInstance(), createInstance()]
  await expect(one.guard(path, refuse)).rejects.toMatchObject({ errcode: 45009 })
  for (const instance of [one, other]) {
    await expect(instance.guard(path, answer)).rejects.toMatchObject({ errcode: 45009 })
  }
  expect(calls()).toBe(1)
  clock.advance(60_000)
  expect(await other.guard(path, answer)).toBe('member')
})

test('another path goes on', async () => {
  const { createInstance, refuse, answer } = setUp()
  const instance = createInstance()
  await expect(instance.guard(path, refuse)).rejects.toThrow()
  expect(await instance.guard('/cgi-bin/gettoken', answer)).toBe('member')
})

test('a second refusal right after the window means a longer one', async () => {
  const { createInstance, refuse, held, clock } = setUp()
  const instance = createInstance()
  for (const window of [60_000, 600_000, 3_600_000, 3_600_000]) {
    await expect(instance.guard(path, refuse)).rejects.toThrow()
    expect((held.at(-1)?.untilAt ?? 0) - clock.now()).toBe(window)
    clock.advance(window)
  }
})

test('a good answer ends it: the next refusal starts with the shortest window again', async () => {
  const { createInstance, refuse, answer, held, clock } = setUp()
  const instance = createInstance()
  await expect(instance.guard(path, refuse)).rejects.toThrow()
  clock.advance(60_000)
  await instance.guard(path, answer)
  await expect(instance.guard(path, refuse)).rejects.toThrow()
  expect((held.at(-1)?.untilAt ?? 0) - clock.now()).toBe(60_000)
})

test('a hundred calls that are under way when the limit strikes begin one window, not a hundred', async () => {
  const { createInstance, refuse, held } = setUp()
  const instance = createInstance()
  await Promise.allSettled(Array.from({ length: 100 }, () => instance.guard(path, refuse)))
  expect(new Set(held.map(({ untilAt }) => untilAt)).size).toBe(1)
  expect(held).toHaveLength(1)
})

test('a call that began before a new hold, and ends well after it, does not end it', async () => {
  const { createInstance, refuse, answer, clock } = setUp()
  const instance = createInstance()
  await expect(instance.guard(path, refuse)).rejects.toThrow()
  clock.advance(60_000)
  let finish: (value: string) => void = () => undefined
  const slow = instance.guard(path, () => new Promise<string>((resolve) => (finish = resolve)))
  await new Promise((resolve) => setImmediate(resolve))
  await expect(instance.guard(path, refuse)).rejects.toThrow()
  finish('member')
  expect(await slow).toBe('member')
  await expect(instance.guard(path, answer)).rejects.toMatchObject({ errcode: 45009 })
})

test('a path that only lacks a token, because gettoken is over its limit, is not over its own', async () => {
  const { createInstance, held, answer } = setUp()
  const instance = createInstance()
  const noToken = new WecomError({ failure: 'refused', path: '/cgi-bin/gettoken', errcode: 45009 })
  await expect(instance.guard(path, () => Promise.reject(noToken))).rejects.toBe(noToken)
  expect(held).toEqual([])
  expect(await instance.guard(path, answer)).toBe('member')
})

test('any other failure holds nothing', async () => {
  const { createInstance, answer } = setUp()
  const instance = createInstance()
  const other = new WecomError({ failure: 'refused', path, errcode: 60111 })
  await expect(instance.guard(path, () => Promise.reject(other))).rejects.toBe(other)
  expect(await instance.guard(path, answer)).toBe('member')
})
