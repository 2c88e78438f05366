import { describeInChromium } from '../../support/chromium'
import { openZoo, type Zoo } from './zoo-page'

describeInChromium('forms in the zoo', () => {
  let zoo: Zoo
  beforeAll(async () => {
    zoo = await openZoo()
  })
  beforeEach(() => zoo.open('pages/forms/forms'))
  afterAll(() => zoo.close())
  const heard = () => zoo.ask<string[]>('page.heard.splice(0)')
  const submitted = async () =>
    (await heard())
      .filter((line) => line.startsWith('submit '))
      .map((line) => (JSON.parse(line.slice('submit '.length)) as { value: object }).value)

  const asWritten = {
    name: '张三',
    secret: '1',
    number: '7',
    note: '二',
    stars: 4,
    grouped: 'seen',
    slider: 30,
    fruit: 1,
    likes: ['coffee'],
    size: 'small',
    on: false,
  }

  test('form: submit gathers every control, and wx://form-field and -group beside them', async () => {
    await zoo.page.click('#submit')
    expect(await submitted()).toEqual([asWritten])
  })
  test('form: what a component keeps to itself is not in it, and its button sends nothing', async () => {
    await zoo.page.click('#inside, [id$=inside]')
    expect(await submitted()).toEqual([])
  })
  test('form: wx://form-field-button sends from inside a component', async () => {
    await zoo.page.click('[id$=send]')
    expect(await submitted()).toEqual([asWritten])
  })
  test('form: reset', async () => {
    await zoo.page.click('#reset')
    expect(await heard()).toEqual(['reset {}'])
    await zoo.page.click('#submit')
    expect(await submitted()).toEqual([
      {
        ...asWritten,
        ...{ name: '', secret: '', number: '', note: '', slider: 0, fruit: 0 },
        ...{ likes: [], size: '', grouped: '' },
      },
    ])
  })
  test('input: value, cursor, focus, blur and confirm', async () => {
    await zoo.ask('page.setData({ focus: true })')
    await zoo.until('page.heard.includes("focus")')
    await zoo.page.keyboard.press('End')
    await zoo.page.keyboard.type('三四五')
    await zoo.page.keyboard.press('Enter')
    await zoo.page.click('#note')
    expect(await heard()).toEqual([
      'focus',
      'input 张三三 3',
      'input 张三三四 4',
      'confirm {"value":"张三三四"}',
      'blur',
    ])
  })
  test('input: kinds of keyboards and secrets', async () => {
    expect(await zoo.page.getAttribute('#secret input', 'type')).toBe('password')
    expect(await zoo.page.getAttribute('#number input', 'inputmode')).toBe('numeric')
    expect(await zoo.page.getAttribute('#name input', 'placeholder')).toBe('姓名')
  })
  test('input: what its handler returns replaces the text', async () => {
    await zoo.page.fill('#upper input', 'abc')
    expect(await zoo.page.inputValue('#upper input')).toBe('ABC')
  })
  test('textarea', async () => {
    const height = async () => (await zoo.page.locator('#note').boundingBox())?.height ?? 0
    const before = await height()
    await zoo.page.fill('#note textarea', '一\n二\n三')
    expect((await heard()).at(-1)).toBe('input 一\n二\n三 5')
    expect(await height()).toBeGreaterThan(2 * before)
  })
  test('checkbox, and a label by its name', async () => {
    await zoo.page.click('#tea')
    await zoo.page.click('#for-coffee')
    expect(await heard()).toEqual(['likes {"value":["tea","coffee"]}', 'likes {"value":["tea"]}'])
  })
  test('radio, and a label around it', async () => {
    await zoo.page.click('#big-label', { position: { x: 40, y: 8 } })
    await zoo.page.click('#big')
    expect(await heard()).toEqual(['size {"value":"big"}'])
  })
  test('switch', async () => {
    await zoo.page.click('#on')
    expect(await heard()).toEqual(['switch {"value":true}'])
    expect(await zoo.page.getAttribute('#on', 'aria-checked')).toBe('true')
  })
  test('model:value', async () => {
    await zoo.page.fill('#model input', 'typed')
    expect(await zoo.text('#typed')).toBe('typed')
  })
})
