import { mountComponent } from '../../support/mini-program'

const words = {
  label: '张三的工牌',
  corpName: '启明科技',
  name: '张三',
  alias: 'Jack Zhang',
  position: '高级后台工程师',
  avatar: '',
  departments: [
    { id: 8, above: '研发中心 › 平台部 › ', last: '基础架构组' },
    { id: 21, above: '', last: '技术委员会' },
  ],
  tags: ['部门负责人', '安全员'],
}
const mount = (badge: object, more: object = {}) =>
  mountComponent('components/badge-card/badge-card', { badge: { ...words, ...badge }, ...more })

describe('the badge card', () => {
  test('shows what stands on a badge', () => {
    const text = mount({}).text()
    for (const part of [
      '启明科技',
      '张三',
      'Jack Zhang',
      '高级后台工程师',
      '部门负责人',
      '安全员',
    ]) {
      expect(text).toContain(part)
    }
  })

  test('makes the last step of every department stand out, in the order given', () => {
    const card = mount({})
    const last = card.findAll('.last').map(({ dom }) => dom.textContent)
    expect(last).toEqual(['基础架构组', '技术委员会'])
    expect(card.find('.above')?.dom.textContent).toBe('研发中心 › 平台部 › ')
  })

  test('leaves out what is not there', () => {
    const card = mount({ alias: '', position: '', departments: [], tags: [] })
    for (const part of ['.alias', '.position', '.place', '.tags']) {
      expect(card.find(part)).toBeUndefined()
    }
    expect(card.find('.name')?.dom.textContent).toBe('张三')
  })

  test('keeps the place of roles when there is no department', () => {
    const card = mount({ departments: [] })
    expect(card.findAll('.tag')).toHaveLength(2)
  })

  test('holds a name of forty characters and a way of eight steps', () => {
    const name = '长'.repeat(40)
    const above = Array.from({ length: 7 }, (_, level) => `第${level}级部门 › `).join('')
    const card = mount({ name, departments: [{ id: 1, above, last: '末级' }] })
    expect(card.find('.name')?.dom.textContent).toBe(name)
    expect(card.find('.department')?.dom.textContent).toContain(`${above}末级`)
  })

  test('shows initials beneath the picture, and still when the picture does not come', async () => {
    const card = mount({ avatar: 'https://example.com/a.png' })
    expect(card.find('.initials')?.dom.textContent).toBe('张三')
    expect(card.find('.picture')).toBeDefined()
    await card.fire('.picture', 'error')
    expect(card.find('.picture')).toBeUndefined()
    expect(card.find('.initials')?.dom.textContent).toBe('张三')
  })

  test('tries the next picture after one did not come', async () => {
    const card = mount({ avatar: 'https://example.com/a.png' })
    await card.fire('.picture', 'error')
    card.setData({ badge: { ...words, avatar: 'https://example.com/b.png' } })
    expect(card.find('.picture')).toBeDefined()
  })

  test('changes as a whole when another employee opens it', () => {
    const card = mount({})
    card.setData({
      badge: { ...words, name: '李四', alias: '', position: '', departments: [], tags: [] },
    })
    expect(card.text()).toContain('李四')
    expect(card.text()).not.toMatch(/张三|Jack|工程师|基础架构组|安全员/)
  })

  test('asks for a refresh when its foot is tapped', async () => {
    const card = mount({})
    const refreshes = card.emitted('refresh')
    await card.fire('.foot-line >>> .foot', 'tap')
    expect(refreshes).toHaveLength(1)
  })

  test('is turned by a tap on either side, but not by its foot line', async () => {
    const card = mount({}, { footWords: '已确认' })
    const turns = card.emitted('turn')
    await card.fire('.face', 'tap')
    await card.fire('.back', 'tap')
    expect(turns).toHaveLength(2)
    await card.fire('.foot-line', 'refresh')
    expect(turns).toHaveLength(2)
  })

  test('shows the code, the account and what they are not, on its back', () => {
    const card = mount(
      { noProof: '不能证明身份' },
      { code: 'data:image/svg+xml,x', footMark: 'zhangsan' },
    )
    expect(card.find('.account')?.dom.textContent).toBe('zhangsan')
    expect(card.find('.no-proof')?.dom.textContent).toBe('不能证明身份')
    expect(card.find('.code')).toBeDefined()
    expect(mount({}).find('.code')).toBeUndefined()
  })
})
