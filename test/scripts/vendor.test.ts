import { readFileSync } from 'node:fs'
import { bundleQrCode, vendoredFile } from '../../scripts/vendored'

describe('what the mini program brings of a package', () => {
  test('is what npm run vendor makes of its pinned version', async () => {
    expect(readFileSync(vendoredFile, 'utf8')).toBe(await bundleQrCode())
  })

  test('names its version, its authors and its licence', () => {
    const script = readFileSync(vendoredFile, 'utf8')
    expect(script).toMatch(/^\/\*\nuqr \d+\.\d+\.\d+/)
    expect(script).toContain('MIT License')
    expect(script).toContain('Copyright')
  })
})
