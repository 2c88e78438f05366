import { mountComponent } from '../../support/mini-program'

test('a notice has its title, its time and its text', () => {
  const notice = { id: 'welcome', title: '工牌上线了', text: '从工作台打开', when: '11月2日 09:00' }
  const card = mountComponent('components/notice-card/notice-card', { notice })
  expect(card.find('.title')?.dom.textContent).toBe(notice.title)
  expect(card.find('.when')?.dom.textContent).toBe(notice.when)
  expect(card.find('.text')?.dom.textContent).toBe(notice.text)
})
