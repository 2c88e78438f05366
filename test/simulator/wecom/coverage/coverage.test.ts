import { readFileSync } from 'node:fs'
import { inRoot } from '../../../../scripts/paths'
import { withCoverage } from '../../../../scripts/coverage-tables'
import { createRoutes } from '../../../../simulator/wecom/cgi-bin/routes'
import { coverage } from '../../../../simulator/wecom/coverage/coverage'
import { endpoints } from '../../../../simulator/wecom/coverage/endpoints'
import { faults } from '../../../../simulator/wecom/coverage/faults'
import { withDefaults } from '../../../../simulator/wecom/options'
import { createWorld } from '../../../../simulator/wecom/state/world'
import { start } from '../running'

const routes = createRoutes(createWorld(withDefaults({})))
const verbOf = (what: string) => what.split(' ')[0] ?? ''
const pathOf = (what: string) => what.split(' ')[1] ?? ''

test('every route is in the table, with its verb', () => {
  const listed = endpoints.rows.map(({ what }) => what)
  expect(listed).toEqual(
    expect.arrayContaining([...routes].map(([path, { method }]) => `${method} ${path}`)),
  )
})

test('an endpoint answers 900404 where the table says no, and nowhere else', async () => {
  const wecom = await start()
  const answered = await Promise.all(
    endpoints.rows.map(async ({ what, is }) => {
      const response = await fetch(`${wecom.url}${pathOf(what)}`, { method: verbOf(what) })
      const { errcode } = (await response.json()) as { errcode: number }
      return [what, is, errcode === 900404]
    }),
  )
  await wecom.close()
  expect(answered).toEqual(endpoints.rows.map(({ what, is }) => [what, is, is === 'no']))
})

test('every kind of fault is in the table, and can be asked for', async () => {
  const wecom = await start()
  const samples: Record<string, object> = {
    errcode: { errcode: -1 },
    wait: { ms: 1 },
    cut: { when: 'before' },
    status: { status: 502 },
    body: { body: '{' },
    stall: { after: 'nothing' },
    drip: { bytes: 1, everyMs: 1 },
    types: { as: 'list' },
  }
  for (const { what, is } of faults.rows.filter((row) => row.is !== 'no')) {
    const response = await fetch(`${wecom.url}/_sim/faults`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ path: '*', kind: what, ...samples[what] }),
    })
    expect([what, is, response.status]).toEqual([what, is, 200])
  }
  await wecom.close()
})

test('nothing is listed twice, and whatever is not simply there says what is missing', () => {
  const rows = coverage.flatMap((theme) => theme.rows)
  expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length)
  expect(rows.filter(({ is, note }) => is === 'partly' && note === '')).toEqual([])
})

test('simulator/README.md prints the table as npm run docs writes it', () => {
  const readme = readFileSync(inRoot('simulator', 'README.md'), 'utf8')
  expect(readme).toBe(withCoverage(readme))
})
