import { mountComponent } from '../../support/mini-program'

const words = {
  tone: 'attention',
  what: '你已经离开这家公司',
  next: '如果不是这样，请联系公司管理员',
  button: '再试一次',
  adminHint: '',
  adminLine: '错误编号 MEMBER_LEFT · t1',
  copyLabel: '复制给管理员',
}
const mount = (properties: object = {}) =>
  mountComponent('components/refusal-card/refusal-card', { ...words, ...properties })

describe('the refusal card', () => {
  test('says what happened, what to do, and what to tell the administrator', () => {
    const card = mount()
    expect(card.find('.what')?.dom.textContent).toBe(words.what)
    expect(card.find('.next')?.dom.textContent).toBe(words.next)
    expect(card.find('.act')?.dom.textContent).toBe(words.button)
    expect(card.find('.line')?.dom.textContent).toBe(words.adminLine)
  })

  test('acts when its one button is tapped', async () => {
    const card = mount()
    const acts = card.emitted('act')
    const copies = card.emitted('copy')
    await card.fire('.act', 'tap')
    expect([acts.length, copies.length]).toEqual([1, 0])
    expect(card.findAll('.act')).toHaveLength(1)
  })

  test('copies with one tap on the quiet line', async () => {
    const card = mount()
    const copies = card.emitted('copy')
    await card.fire('.admin', 'tap')
    expect(copies).toHaveLength(1)
  })

  test('has no quiet line when there is nothing to tell, and no hint without one', () => {
    expect(mount({ adminLine: '' }).find('.admin')).toBeUndefined()
    expect(mount().find('.hint')).toBeUndefined()
    expect(mount({ adminHint: '管理员：…' }).find('.hint')?.dom.textContent).toBe('管理员：…')
  })

  test('looks different for news that need attention', () => {
    expect(mount().find('.sign')?.dom.className).toContain('sign-attention')
    expect(mount({ tone: 'calm' }).find('.sign')?.dom.className).not.toContain('sign-attention')
  })
})
