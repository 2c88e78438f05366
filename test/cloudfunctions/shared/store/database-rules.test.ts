import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import rules from '../../../../cloudfunctions/database-rules.json'
import { collectionName } from '../../../../cloudfunctions/shared/store/cloudbase-collection'
import { inRoot } from '../../../../scripts/paths'

const sources = readdirSync(inRoot('cloudfunctions'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(path.join(inRoot('cloudfunctions'), file), 'utf8'))

const collectionsInCode = sources
  .flatMap((source) => [...source.matchAll(/\.collection\(\s*([^)]+?)\s*\)/g)])
  .map(([, argument = '']) => (argument === 'collectionName' ? collectionName : argument))
  .map((argument) => argument.replace(/^(['"`])(.*)\1$/, '$2'))

test('every collection that the code names has a rule, and no rule is for nothing', () => {
  expect(collectionsInCode.length).toBeGreaterThan(0)
  expect(Object.keys(rules.collections).sort()).toEqual([...new Set(collectionsInCode)].sort())
})

test('no mini program may read or write any of them', () => {
  for (const { rule } of Object.values(rules.collections)) {
    expect(rule).toEqual({ read: false, write: false })
  }
})

test('what has expired is found by an index', () => {
  const { indexes } = rules.collections[collectionName]
  expect(indexes.map(({ keys }) => keys.map(({ field }) => field))).toContainEqual(['expiresAt'])
})
