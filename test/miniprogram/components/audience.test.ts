import fc from 'fast-check'
import { admits } from '../../../miniprogram/components/audience/admits'
import type { DisplayRule } from '../../../miniprogram/components/audience/admits'
import { mountComponent } from '../../support/mini-program'
import { lisi, zhangsan } from '../fixtures/employees'

describe('a display rule', () => {
  test.each([
    ['everyone', true, true],
    ['leaders', true, false],
    [{ roles: ['安全员'] }, true, false],
    [{ roles: ['hr', '安全员'] }, true, false],
    [{ people: ['LISI'] }, false, true],
    [{ not: 'leaders' }, false, true],
    [{ all: ['leaders', { people: ['zhangsan'] }] }, true, false],
    [{ all: ['leaders', { roles: ['hr'] }] }, false, false],
    [{ any: ['leaders', { people: ['lisi'] }] }, true, true],
  ] as [DisplayRule, boolean, boolean][])('%j admits 张三: %s, 李四: %s', (rule, one, other) => {
    expect([admits(rule, zhangsan), admits(rule, lisi)]).toEqual([one, other])
  })

  test.each([
    'nobody',
    '',
    7,
    [],
    {},
    { roles: [] },
    { roles: '安全员' },
    { departments: [8] },
    { roles: ['安全员'], people: ['zhangsan'] },
    { not: 'nobody' },
    { not: { departments: [8] } },
    { any: ['everyone', 'nobody'] },
    { all: [] },
  ])('%j is not understood, and admits nobody', (rule) => {
    expect(admits(rule as DisplayRule, zhangsan)).toBe(false)
  })

  test.each([{}, { userId: 'zhangsan' }, { ...zhangsan, roles: undefined }])(
    'is for nobody of whom only %j is known, and neither is its opposite',
    (viewer) => {
      for (const rule of ['everyone', { not: 'leaders' }, { not: { roles: ['hr'] } }]) {
        expect(admits(rule as DisplayRule, viewer as never)).toBe(false)
      }
    },
  )

  test('and its opposite never admit the same person', () => {
    const leaf = fc.constantFrom<unknown>('everyone', 'leaders', { roles: ['安全员'] }, 'odd', {})
    const rule = fc.letrec((tie) => ({
      rule: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.record({ not: tie('rule') }),
        fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
        fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
      ),
    })).rule
    fc.assert(
      fc.property(rule, (one) => {
        const both =
          admits(one as DisplayRule, zhangsan) && admits({ not: one } as DisplayRule, zhangsan)
        expect(both).toBe(false)
      }),
    )
  })
})

describe('the audience component', () => {
  const shown = (properties: object) =>
    mountComponent('components/audience/audience', properties).data().admitted

  test('shows its slot to those whom the rule admits', () => {
    expect(shown({ employee: zhangsan, rule: { roles: ['安全员'] } })).toBe(true)
    expect(shown({ employee: zhangsan, rule: 'leaders' })).toBe(true)
    expect(shown({ employee: lisi, rule: 'leaders' })).toBe(false)
  })

  test('shows nothing while nobody is known, or no rule is given', () => {
    expect(shown({ rule: 'everyone' })).toBe(false)
    expect(shown({ employee: zhangsan })).toBe(false)
  })

  test('follows the person', () => {
    const block = mountComponent('components/audience/audience', {
      employee: lisi,
      rule: 'leaders',
    })
    block.setData({ employee: zhangsan })
    expect(block.data().admitted).toBe(true)
    block.setData({ employee: null })
    expect(block.data().admitted).toBe(false)
    block.setData({ employee: zhangsan })
    block.setData({ employee: {} })
    expect(block.data().admitted).toBe(false)
  })
})
