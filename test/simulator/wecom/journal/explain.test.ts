import { explain } from '../../../../simulator/wecom/journal/explain'

test('a code that is not written down is explained by where to look', () => {
  expect(explain(12345).zh).toContain('e=12345')
  expect(explain(12345).en).toContain('e=12345')
})

test('-1 and what is not simulated are explained too', () => {
  expect(explain(-1).en).toContain('three times')
  expect(explain(900404).en).toContain('does not have this path')
})
