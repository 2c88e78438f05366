import { loadConfig } from '../../../cloudfunctions/shared/runtime/config'
import { createBrowser, openSite, site } from './visitor'

test('WeCom finds the proof of the domain at the root of the site, and no other file', async () => {
  const at = await openSite({ DOMAIN_VERIFY: 'WW_verify_AbCdEf123456.txt:AbCdEf123456' })
  const browser = createBrowser(at.main, at.wecom.url, 'zhangsan')
  const proof = await browser.get('/WW_verify_AbCdEf123456.txt')
  const other = await browser.get('/WW_verify_abcdef123456.txt')
  await at.close()
  expect([proof.statusCode, proof.headers['content-type'], proof.body]).toEqual([
    200,
    'text/plain; charset=utf-8',
    'AbCdEf123456',
  ])
  expect(other.statusCode).toBe(404)
})

test.each([
  'AbCdEf123456',
  'WW_verify_AbC.txt',
  'WW_verify_AbC.txt:',
  'WW_verify_AbC.html:AbC',
  'WW_verify_../AbC.txt:AbC',
  'web/WW_verify_AbC.txt:AbC',
  'WW_verify_AbC.txt:<script>',
  'WW_verify_AbC.txt:AbC:AbC',
])('DOMAIN_VERIFY=%s is refused', (DOMAIN_VERIFY) => {
  expect(() => loadConfig({ PUBLIC_BASE_URL: site, DOMAIN_VERIFY }, ['web'])).toThrow(
    'DOMAIN_VERIFY is not of the form WW_verify_….txt:content',
  )
})
