import { readFileSync } from 'node:fs'
import { TextEncoder as PhoneTextEncoder } from '../../scripts/vendored/text-encoder'
import { bundleQrCode, vendoredFile } from '../../scripts/vendored/qr-code'

describe('what the mini program brings of a package', () => {
  test('is what npm run vendor makes of its pinned version', async () => {
    expect(readFileSync(vendoredFile, 'utf8')).toBe(await bundleQrCode())
  })

  test('names its version, its authors and its licence', () => {
    const script = readFileSync(vendoredFile, 'utf8')
    expect(script).toMatch(/^\/\*\nlean-qr \d+\.\d+\.\d+/)
    expect(script).toContain('MIT License')
    expect(script).toContain('Copyright')
  })
})

test.each(['zhangsan', '张三', '𠮷 é %', ''])(
  '%p has the same bytes on a phone as in Node',
  (text) => {
    expect([...new PhoneTextEncoder().encode(text)]).toEqual([...new TextEncoder().encode(text)])
  },
)
