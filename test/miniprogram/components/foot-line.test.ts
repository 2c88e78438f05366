import { mountComponent } from '../../support/mini-program'

const mount = (properties: object) =>
  mountComponent('components/foot-line/foot-line', {
    words: '刚刚',
    mark: 'zhangsan',
    ...properties,
  })

describe('the foot line', () => {
  test.each(['confirmed', 'confirming', 'waiting'])('has its own dot when %s', (tone) => {
    expect(mount({ tone }).find('.dot')?.dom.className).toContain(`dot-${tone}`)
  })

  test('turns only while something is under way', () => {
    expect(mount({ tone: 'confirming' }).find('.turn')?.dom.className).toContain('turning')
    expect(mount({ tone: 'confirmed' }).find('.turn')?.dom.className).not.toContain('turning')
  })

  test('says who and when, and asks for a refresh when tapped', async () => {
    const line = mount({ tone: 'confirmed' })
    const refreshes = line.emitted('refresh')
    expect(line.text()).toContain('刚刚')
    expect(line.text()).toContain('zhangsan')
    await line.fire('.foot', 'tap')
    expect(refreshes).toHaveLength(1)
  })
})
