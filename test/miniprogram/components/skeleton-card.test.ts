import { mountComponent } from '../../support/mini-program'

const mount = (shape: string) =>
  mountComponent('components/skeleton-card/skeleton-card', { shape, label: '正在确认你是谁' })

describe('the skeleton', () => {
  test('of a badge has the band, the portrait and the foot of a badge', () => {
    const card = mount('badge')
    for (const part of ['.band', '.slot', '.portrait', '.foot'])
      expect(card.find(part)).toBeDefined()
  })

  test('of a list has a line for the confirmation, and rows', () => {
    expect(mount('list').find('.foot')).toBeDefined()
    expect(mount('list').findAll('.row')).toHaveLength(6)
    expect(mount('list').find('.band')).toBeUndefined()
  })

  test('of the workbench has tiles', () => {
    expect(mount('tiles').findAll('.tile')).toHaveLength(8)
    expect(mount('tiles').find('.row')).toBeUndefined()
  })

  test('shows no words', () => {
    expect(mount('badge').text().trim()).toBe('')
  })
})
