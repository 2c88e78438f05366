import { createSimulator } from '../../../../simulator/wecom/wecom'
import { corpId, secret, start } from '../running'

const visible = (simulator: ReturnType<typeof createSimulator>) =>
  simulator
    .people()[0]!
    .members.filter((member) => member.visible)
    .map(({ userId }) => userId)

describe('who is hidden', () => {
  const hide = (range: object, userId = 'zhangsan') => {
    const simulator = createSimulator()
    const none = { members: [], departments: [], tags: [] }
    simulator.setApp({ visibleRange: { ...none, ...range } })
    const before = visible(simulator)
    simulator.hideMember(userId)
    return { simulator, before, after: visible(simulator) }
  }

  test.each([
    ['a department far above', { departments: [1] }],
    ['their own department', { departments: [4] }],
    ['several departments', { departments: [2, 4, 7] }],
    ['their name, in another case', { members: ['ZhangSan', 'lisi'] }],
    ['a tag', { tags: [1] }],
    ['a tag and a department', { tags: [1, 2], departments: [3] }],
  ])('through %s is gone, and everybody else stays', (_case, range) => {
    const { simulator, before, after } = hide(range)
    expect(before).toContain('zhangsan')
    expect(after).toEqual(before.filter((userId) => userId !== 'zhangsan'))
    simulator.showMember('zhangsan')
    expect(visible(simulator)).toEqual(before)
  })

  test('in two departments is gone from both', () => {
    const { before, after } = hide({ departments: [1] }, 'wangzixuan')
    expect(after).toEqual(before.filter((userId) => userId !== 'wangzixuan'))
  })

  test('and was hidden before changes nothing', () => {
    const { before, after } = hide({ departments: [7] })
    expect(after).toEqual(before)
  })
})

test('a secret is reset: the old one is refused, the new one fetches tokens', async () => {
  const wecom = await start()
  const fresh = wecom.resetSecret()
  const refused = await wecom.api('gettoken', { corpid: corpId, corpsecret: secret })
  expect(refused.errcode).toBe(40001)
  expect(await wecom.api('gettoken', { corpid: corpId, corpsecret: fresh })).toMatchObject({
    errcode: 0,
  })
  await wecom.close()
})

test('what no company file could say is refused', () => {
  const simulator = createSimulator()
  expect(() => simulator.setApp({ trustedIps: ['300.1.1.1'] })).toThrow('no IP address')
  expect(() => simulator.setApp({ visibleRange: { departments: [99] } })).toThrow('department 99')
  expect(() => simulator.setApp({ secret: 'short' })).toThrow('secret must match')
  expect(simulator.setApp({}).secret).toBe(secret)
})

test('a tag is made, edited and deleted with its place in the range', () => {
  const simulator = createSimulator()
  const { id } = simulator.addTag({ name: '值班', members: ['lisi'] })
  expect(id).toBe(3)
  simulator.setApp({ visibleRange: { tags: [id], departments: [], members: [] } })
  expect(visible(simulator)).toEqual(['lisi'])
  simulator.editTag(id, { members: ['zhangsan'], departments: [9] })
  expect(visible(simulator)).toContain('zhangsan')
  expect(() => simulator.editTag(id, { members: ['nobody'] })).toThrow('no member nobody')
  simulator.removeTag(id)
  expect(visible(simulator)).toEqual([])
  expect(() => simulator.removeTag(id)).toThrow('no tag 3')
})
