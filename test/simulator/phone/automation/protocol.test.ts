/** The table of methods against the source of the client: none is missing, none is invented. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { withMethods } from '../../../../scripts/automation-table'
import { inRoot } from '../../../../scripts/paths'
import { METHODS } from '../../../../simulator/phone/automation/methods'
import { describeInChromium, launchChromium } from '../../../support/chromium'
import { serveDrivenPhone } from './driven-phone'

const folder = inRoot('node_modules', 'miniprogram-automator', 'out')
const source = readdirSync(folder)
  .filter((file) => file.endsWith('.js'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'))
  .join('\n')

const all = (pattern: RegExp) => [...source.matchAll(pattern)].map(([, name = '']) => name)

/** What the client sends, and what it only listens for. */
const events = all(/\.(?:on|once)\("((?:App|Tool)\.\w+)"/g)
const sent = new Set([
  ...all(/"((?:App|Page|Element|Tool)\.[a-z]\w+)"/g).filter((name) => !events.includes(name)),
  // "Element." stands apart from these.
  ...all(/getter\(\w+,"(\w+)"/g).map((name) => `Element.${name}`),
])

test('every method that the client sends is in the table, and no other', () => {
  expect(METHODS.map(({ name }) => name).sort()).toEqual([...sent].sort())
  expect(sent.size).toBe(45)
  expect(events.sort()).toEqual([
    'App.bindingCalled',
    'App.exceptionThrown',
    'App.logAdded',
    'Tool.onRemoteDebugConnected',
  ])
})

test('whoever does not answer says why', () => {
  for (const { by, note } of METHODS) if (by === 'nobody') expect(note).toBeTruthy()
})

test('docs/automation.md shows this table', () => {
  const page = readFileSync(inRoot('docs', 'automation.md'), 'utf8')
  expect(page).toBe(withMethods(page))
})

describeInChromium('what the table promises', () => {
  test('is answered by an open phone, method by method', async () => {
    const browser = await launchChromium()
    const phone = await serveDrivenPhone(browser)
    await phone.open()
    const mini = await phone.connect()
    const { connection } = mini as unknown as {
      connection: { send(method: string, params: object): Promise<unknown> }
    }
    const refused: string[] = []
    for (const { name, by } of METHODS.filter(({ name }) => name !== 'Tool.close')) {
      const reason = await connection.send(name, {}).then(
        () => '',
        (error: Error) => error.message,
      )
      if (/not simulated in the preview: |has no answer|not a method/.test(reason))
        refused.push(name)
      else expect(by).not.toBe('nobody')
    }
    await phone.close()
    await browser.close()
    expect(refused).toEqual(METHODS.filter(({ by }) => by === 'nobody').map(({ name }) => name))
  })
})
