import { mountComponent } from '../../support/mini-program'

const field = {
  key: 'a',
  label: '姓名',
  value: '张三',
  tags: [],
  wide: false,
  note: '',
  action: '',
  opens: false,
}

describe('the field list', () => {
  test('shows its heading and every field, in order, ruled from the second on', () => {
    const fields = [field, { ...field, key: 'b', label: '职务', value: '工程师' }]
    const list = mountComponent('components/field-list/field-list', { heading: '个人', fields })
    expect(list.find('.heading')?.dom.textContent).toBe('个人')
    expect(list.text()).toMatch(/姓名.*张三.*职务.*工程师/s)
    expect(list.html().match(/cell-ruled/g)).toHaveLength(1)
  })

  test('needs no heading', () => {
    const list = mountComponent('components/field-list/field-list', { fields: [field] })
    expect(list.find('.heading')).toBeUndefined()
  })

  test('says which row was tapped', async () => {
    const fields = [field, { ...field, key: 'mobile', action: '显示' }]
    const list = mountComponent('components/field-list/field-list', { fields })
    const acts = list.emitted('act')
    await list.fire('#row-mobile >>> .cell', 'tap')
    expect(acts).toEqual([{ key: 'mobile' }])
  })
})

describe('a field row', () => {
  const mount = (properties: object) =>
    mountComponent('components/field-row/field-row', { ...field, ...properties })

  test('shows its tags, and no room for them when there are none', () => {
    expect(mount({}).find('.tags')).toBeUndefined()
    const tags = mount({ tags: ['主部门', '部门负责人'] }).findAll('.tag')
    expect(tags.map(({ dom }) => dom.textContent)).toEqual(['主部门', '部门负责人'])
  })

  test('needs no label', () => {
    expect(mount({ label: '' }).find('.label')).toBeUndefined()
  })

  test('can be tapped only where a tap does something', async () => {
    const still = mount({})
    const stillActs = still.emitted('act')
    await still.fire('.cell', 'tap')
    expect(stillActs).toEqual([])
    const row = mount({ action: '显示' })
    const acts = row.emitted('act')
    await row.fire('.cell', 'tap')
    expect(acts).toHaveLength(1)
    expect(row.find('.action')?.dom.textContent).toBe('显示')
  })

  test('that leads somewhere shows a chevron in place of the word', () => {
    const row = mount({ action: '语言', opens: true })
    expect(row.find('.chevron')).toBeDefined()
    expect(row.find('.action')).toBeUndefined()
  })

  test('has a quiet line only where there is something to say', () => {
    expect(mount({}).find('.note')).toBeUndefined()
    expect(mount({ note: '不会保存' }).find('.note')?.dom.textContent).toBe('不会保存')
    expect(mount({ note: '再点一次', action: '显示' }).find('.note')).toBeDefined()
  })

  test('takes the whole width when asked', () => {
    expect(mount({ wide: true }).find('.row')?.dom.className).toContain('row-wide')
    expect(mount({}).find('.row')?.dom.className).not.toContain('row-wide')
  })
})
