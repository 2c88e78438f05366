/** docs/simulator-clients.md: what a reader would type does what the page says. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { inRoot } from '../../scripts/paths'
import { agentId, corpId, secret, start, type Running } from '../simulator/wecom/running'

const page = readFileSync(inRoot('docs', 'simulator-clients.md'), 'utf8')
const documented = 'http://127.0.0.1:9000'

const blocks = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, block = '']) => block)

/** The `curl` commands of the page, in its order, each as the words that a shell would make of it. */
const commands = blocks
  .flatMap((block) => block.split(/^(?=curl )/m))
  .filter((command) => command.startsWith('curl '))
  .map((command) =>
    [...command.matchAll(/'([^']*)'|[^\s\\]+/g)].map(([word, quoted]) => quoted ?? word),
  )

const follow = async (url: string, words: string[]) => {
  const after = (option: string) => words[words.indexOf(option) + 1]
  const body = words.includes('-d') ? after('-d') : undefined
  const [name = '', value = ''] = (after('-H') ?? '').split(': ')
  const address = words.find((word) => word.startsWith(documented)) ?? ''
  return fetch(address.replace(documented, url), {
    method: words.includes('-X') ? after('-X') : body ? 'POST' : 'GET',
    headers: { [name]: value },
    body,
  })
}

let wecom: Running
beforeAll(async () => {
  wecom = await start()
})
afterAll(() => wecom.close())

test('every command does what it says', async () => {
  expect(commands).toHaveLength(4)
  const replies = []
  for (const words of commands) {
    const response = await follow(wecom.url, words)
    replies.push([response.status, await response.json()])
  }
  expect(replies).toMatchObject([
    [200, { code: expect.any(String) }],
    [200, { app: { agentId, trustedDomains: ['127.0.0.1:3000'] } }],
    [200, { app: { agentId } }],
    // Nobody listens at the address that the page invents.
    [200, { receivers: [{ url: 'http://127.0.0.1:3000/events', errcode: 40057 }] }],
  ])
})

test('the ids and the secret are those of the company that the simulator starts with', () => {
  for (const word of page.match(/ww5eed\d+/g) ?? []) expect(word).toBe(corpId)
  for (const word of page.match(/invented-[\w-]+/g) ?? []) expect(word).toBe(secret)
  for (const word of page.match(/\b10000\d\d\b/g) ?? []) expect(word).toBe(String(agentId))
})

test('what it links to is there', () => {
  const links = [...page.matchAll(/\]\((?!http)([^)]+)\)/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(2)
  for (const link of links) {
    expect([link, existsSync(path.join(inRoot('docs'), link))]).toEqual([link, true])
  }
})
