import { describeInChromium } from '../../support/chromium'
import { FIXTURE } from './temporary-app'
import { openZoo, type Zoo } from './zoo-page'

describeInChromium('templates and components in the zoo', () => {
  let zoo: Zoo
  beforeAll(async () => {
    zoo = await openZoo(FIXTURE)
    await zoo.open('pages/zoo/zoo')
  })
  afterAll(() => zoo.close())
  const log = () => zoo.ask('page.data.log.splice(0)')

  test.each([
    ['wx:for inside wx:for', '#nested', '[0,0=a][0,1=b][1,0=c]'],
    ['wx:for over a number', '#num', '012'],
    ['wx:for over an object', '#obj', 'x=1;y=2;'],
    ['inline WXS', '#wxs', '1:x'],
    ['expressions', '#expr', 'one deep 2 T 3 ab'],
    ['a template chosen by name', '#d1', 'D1 1'],
    ['an imported template with spread data', '.row', 'labval'],
    ['include', '#inc', 'included 1'],
    ['wx:if', '#if', 'one'],
    ['entities', '#ent', '<a> & <b>'],
    ['slots', '#c1', 'child:L1slotted'],
    ['generics', 'text=child:generic', 'child:generic'],
  ])('%s', async (_, selector, text) => {
    expect(await zoo.text(selector)).toBe(text)
  })

  test('class names come from expressions', async () => {
    expect(await zoo.page.getAttribute('#style', 'class')).toMatch(/^a b/)
  })
  test('hidden hides', async () => {
    expect(await zoo.page.isVisible('#hid')).toBe(false)
  })
  test('an event tells dataset and mark', async () => {
    await zoo.page.click('#ds')
    expect(await log()).toEqual(['ds:{"fooBar":1,"camelcase":true}:{"mk":"M"}'])
  })
  test('a handler may be named by data', async () => {
    await zoo.page.click('#dyn')
    expect(await log()).toEqual(['dyn'])
  })
  test('selectComponent and selectAllComponents find components', async () => {
    expect(
      await zoo.ask(
        '[page.selectComponent("#c1").ping(), page.selectAllComponents(".many").length]',
      ),
    ).toEqual(['pong:L1', 2])
  })
  test('behaviors give data and methods, and a page keeps its own fields', async () => {
    expect(
      await zoo.ask('[page.data.fromBehavior, page.behave(), page.customField, page.route]'),
    ).toEqual([1, 'behaved', { deep: 1 }, 'pages/zoo/zoo'])
  })
  test('setData by paths changes only what it names', async () => {
    await zoo.ask('page.next()')
    expect(await zoo.text('#nested')).toBe('[0,0=a][0,1=B][1,0=c][2,0=z]')
    expect(await zoo.text('#d2')).toBe('D2 2')
    expect(await zoo.text('#if')).toBe('two')
    expect(await zoo.text('#expr')).toMatch(/^many deeper 9/)
  })
  test('nothing of it is an error', () => {
    expect(zoo.printed.filter((line) => /^(error|thrown)/.test(line))).toEqual([])
  })
})
