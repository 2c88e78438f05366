import { mountComponent } from '../../support/mini-program'

const entries = [
  { id: 'leave', title: '请假', note: '年假余额', action: '打开请假' },
  { id: 'expenses', title: '报销', note: '', action: '打开报销' },
]
const mount = () => mountComponent('components/entry-grid/entry-grid', { entries })

describe('the entry grid', () => {
  test('shows a tile for each entry, in order, and a note only where there is one', () => {
    const grid = mount()
    expect(grid.findAll('.title').map(({ dom }) => dom.textContent)).toEqual(['请假', '报销'])
    expect(grid.findAll('.note').map(({ dom }) => dom.textContent)).toEqual(['年假余额'])
  })

  test('says which entry was tapped', async () => {
    const grid = mount()
    const opened = grid.emitted('open')
    await grid.fire('.cell', 'tap')
    expect(opened).toEqual([{ id: 'leave' }])
  })
})
