import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { readKeyRing, type RingKey } from '../../cloudfunctions/shared/session/key-ring'
import { readSealRing, type SealKey } from '../../cloudfunctions/shared/store/seal'
import { createKeyRing, rotateKeyRing } from '../../scripts/key-ring'
import { inRoot } from '../../scripts/paths'
import { createSealRing } from '../../scripts/seal-ring'

const day = 86_400
const keys = (
  parameters: string[],
  { input = '', environment = {} }: { input?: string; environment?: Record<string, string> } = {},
) =>
  spawnSync(process.execPath, [inRoot('scripts', 'run.cjs'), 'keys', ...parameters], {
    input,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...environment },
  })
const ringOf = <K>({ stdout }: { stdout: string }) => JSON.parse(stdout) as K[]

test('a rotation keeps the key at work and appends one that signs a day later', () => {
  const ring = createKeyRing()
  const rotated = ringOf<RingKey>(
    keys(['--rotate'], { environment: { SESSION_KEYS: JSON.stringify(ring) } }),
  )
  expect(rotated).toHaveLength(2)
  expect(rotated[0]).toEqual(ring[0])
  const wait = (rotated[1]?.signsFrom ?? 0) - Date.now() / 1000
  expect(Math.abs(wait - day)).toBeLessThan(60)
  const read = readKeyRing(JSON.stringify(rotated))
  expect(read.signingAt(Date.now() / 1000)?.kid).toBe(ring[0]?.kid)
  expect(read.signingAt(Date.now() / 1000 + day + 60)?.kid).toBe(rotated[1]?.kid)
})

test('a key is dropped 25 hours after the next one began, and the newest never', () => {
  const start = Date.UTC(2026, 0, 1)
  const ring = createKeyRing(start)
  const second = rotateKeyRing(ring, start)
  const begins = start + day * 1000
  const kids = (of: readonly RingKey[]) => of.map(({ kid }) => kid)
  expect(kids(rotateKeyRing(second, begins + 25 * 3_600_000 - 1))).toEqual(
    expect.arrayContaining(kids(second)),
  )
  const third = rotateKeyRing(second, begins + 25 * 3_600_000)
  expect(kids(third)).not.toContain(ring[0]?.kid)
  expect(kids(third)).toContain(second[1]?.kid)
  expect(rotateKeyRing(ring, start + 3650 * day * 1000)).toHaveLength(2)
})

test('the ring comes from a file of variables, or from standard input', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-keys-'))
  const file = path.join(folder, 'production.env')
  const ring = createKeyRing()
  writeFileSync(file, `SESSION_KEYS='${JSON.stringify(ring)}'\n`)
  const fromFile = ringOf<RingKey>(keys(['--rotate', '--from', file]))
  rmSync(folder, { recursive: true })
  expect(fromFile[0]).toEqual(ring[0])
  const fromInput = keys(['--public', '--from', '-'], { input: JSON.stringify(ring) })
  expect(ringOf<RingKey>(fromInput)).toEqual([{ ...ring[0], d: undefined }])
  expect(fromInput.stdout).not.toContain(ring[0]?.d)
  expect(readKeyRing(fromInput.stdout).signingAt(Infinity)).toBeUndefined()
})

test('the keys of the store are rotated in the same way', () => {
  const ring = createSealRing()
  const environment = { STORE_KEYS: JSON.stringify(ring) }
  const rotated = ringOf<SealKey>(keys(['--store', '--rotate'], { environment }))
  expect(rotated[0]).toEqual(ring[0])
  expect(readSealRing(JSON.stringify(rotated))).toHaveLength(2)
})

test.each([
  ['nothing to start from', { input: '' }],
  ['a ring that is none', { input: '{"d":"a-secret"}' }],
  ['a broken key', { input: JSON.stringify([{ ...createKeyRing()[0], x: 'a-secret' }]) }],
])('with %s it says so, quotes nothing and prints no ring', (_, given) => {
  const { status, stdout, stderr } = keys(['--rotate', '--from', '-'], given)
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).not.toBe('')
  expect(stderr).not.toContain('a-secret')
})
