import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import {
  createDatabase,
  type Database,
  type DatabaseOptions,
} from '../../../../simulator/cloudbase/database/database'

const root = mkdtempSync(path.join(os.tmpdir(), 'gongpai-database-'))
afterAll(() => rmSync(root, { recursive: true }))

let file: string
let files = 0
const opened: Database[] = []
const open = (options: DatabaseOptions = {}) => {
  const database = createDatabase({ file, collections: ['things'], ...options })
  opened.push(database)
  return database
}
beforeEach(() => (file = path.join(root, `${++files}`, 'database.json')))
afterEach(() => opened.splice(0).forEach((database) => database.close()))

const insert = (database: Database, document: string) =>
  database.perform({
    action: 'database.insertDocument',
    collectionName: 'things',
    data: [document],
  })
const listOf = async (database: Database) => {
  const reply = await database.perform({
    action: 'database.getDocument',
    collectionName: 'things',
  })
  return (reply.data as { list: string[] }).list
}

test('what was written is there at the next start, with its types', async () => {
  const first = open()
  await insert(first, '{"_id":"a","at":{"$date":{"$numberLong":"1700000000000"}}}')
  first.close()
  expect(await listOf(open())).toEqual(['{"_id":"a","at":{"$date":"2023-11-14T22:13:20Z"}}'])
})

test('what is in no file yet when the database closes is written then', async () => {
  const database = open()
  await insert(database, '{"_id":"a"}')
  expect(() => readFileSync(file)).toThrow('ENOENT')
  database.close()
  expect(readFileSync(file, 'utf8')).toContain('"_id":"a"')
})

test('without being closed it is written soon, many changes at once, and nothing is left beside', async () => {
  const database = open()
  for (let n = 0; n < 50; n++) await insert(database, `{"_id":"n${n}"}`)
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(readFileSync(file, 'utf8')).toContain('"_id":"n49"')
  expect(readdirSync(path.dirname(file))).toEqual(['database.json'])
})

test('a transaction that was not committed is not written', async () => {
  const database = open()
  const { transactionId } = await database.perform({ action: 'database.startTransaction' })
  await database.perform({
    action: 'database.insertDocument',
    collectionName: 'things',
    data: ['{"_id":"open"}'],
    transactionId,
  })
  await insert(database, '{"_id":"plain"}')
  database.close()
  expect(await listOf(open())).toEqual(['{"_id":"plain"}'])
})

test.each([
  ['torn', () => truncateSync(file, 20)],
  ['emptied', () => truncateSync(file, 0)],
  ['of somebody else', () => writeFileSync(file, '{"name":"x"}')],
])('a file that is %s is reported and left as it is', async (_what, spoil) => {
  const database = open()
  await insert(database, '{"_id":"a"}')
  database.close()
  spoil()
  const before = readFileSync(file, 'utf8')
  expect(() => open()).toThrow(`${file} is damaged`)
  expect(readFileSync(file, 'utf8')).toBe(before)
})
