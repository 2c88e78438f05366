import { documentSelector } from '../../../../simulator/phone/browser/automation/selector'

const page = { styleScope: '', idPrefix: '' }
const component = { styleScope: 's3', idPrefix: '0f' }

test.each([
  ['view', 'wx-view'],
  ['badge-card', 'badge-card'],
  ['scroll-view.list', 'wx-scroll-view.list'],
  ['#count', '#count'],
  ['.a .b > text', '.a .b > wx-text'],
  ['view,button', 'wx-view,wx-button'],
  ['view:nth-child(2n+1)', 'wx-view:nth-child(2n+1)'],
  ['view:nth-child(odd)', 'wx-view:nth-child(odd)'],
  ['.item:not(view)', '.item:not(wx-view)'],
  ['[data-id="a.b view"]', '[data-id="a.b view"]'],
  ['input[name=view]', 'wx-input[name=view]'],
  ['*', '*'],
])('on a page %s is %s', (selector, inDocument) => {
  expect(documentSelector(selector, page)).toBe(inDocument)
})

test.each([
  ['.card', ':is(.card,.s3--card)'],
  ['.card--big', ':is(.card--big,.s3--card--big)'],
  // An id may begin with a digit only where it is not written as one.
  ['#row-mobile', '[id="0f--row-mobile"]'],
  ['view#a.b', 'wx-view[id="0f--a"]:is(.b,.s3--b)'],
])('in a component %s is %s', (selector, inDocument) => {
  expect(documentSelector(selector, component)).toBe(inDocument)
})
