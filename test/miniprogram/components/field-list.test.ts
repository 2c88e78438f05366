import { mountComponent } from '../../support/mini-program'

const field = { key: 'a', label: '姓名', value: '张三', tags: [], wide: false }

describe('the field list', () => {
  test('shows its heading and every field, in order, ruled from the second on', () => {
    const fields = [field, { ...field, key: 'b', label: '职务', value: '工程师' }]
    const list = mountComponent('components/field-list/field-list', { heading: '个人', fields })
    expect(list.find('.heading')?.dom.textContent).toBe('个人')
    expect(list.text()).toMatch(/姓名.*张三.*职务.*工程师/s)
    expect(list.html().match(/row-ruled/g)).toHaveLength(1)
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

  test('takes the whole width when asked', () => {
    expect(mount({ wide: true }).find('.row')?.dom.className).toContain('row-wide')
    expect(mount({}).find('.row')?.dom.className).not.toContain('row-wide')
  })
})
