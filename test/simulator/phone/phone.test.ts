import { request } from 'node:http'
import { createPhone } from '../../../simulator/phone'
import { smallestApp, temporaryApp } from './temporary-app'

const app = temporaryApp({
  ...smallestApp(),
  'images/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'secret.txt': 'secret',
})
const phone = createPhone({ root: app.root, appId: 'wx1' })
let url: string
beforeAll(async () => {
  url = (await phone.listen()).url
})
afterAll(async () => {
  await phone.close()
  app.remove()
})

/** fetch would tidy up the path and refuse to send another Host. */
function raw(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const { port } = new URL(url)
    request({ host: '127.0.0.1', port, path, headers }, (response) => {
      let body = ''
      response.on('data', (chunk) => (body += String(chunk)))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    })
      .on('error', reject)
      .end()
  })
}

test('an image of the mini program is served, and never kept', async () => {
  const response = await fetch(`${url}/_phone/files/images/a.svg`)
  expect(response.headers.get('content-type')).toBe('image/svg+xml')
  expect(response.headers.get('cache-control')).toBe('no-store')
})

test.each([
  '/_phone/files/secret.txt',
  '/_phone/files/../../../../etc/passwd',
  '/_phone/files/%2e%2e/%2e%2e/etc/hostname.svg',
  '/_phone/files/..%2f..%2fa.svg',
  '/_phone/files/images/a.svg%00.png',
  '/_phone/files/%',
])('%s is not found', async (path) => {
  expect(await raw(path)).toEqual({ status: 404, body: 'not found' })
})

test('a page elsewhere that points its name here is refused', async () => {
  expect((await raw('/phone', { host: 'evil.example:8787' })).status).toBe(403)
  expect((await raw('/phone', { host: 'localhost:8787' })).status).toBe(200)
})

test('paths of others are left to others', async () => {
  expect((await raw('/api/identity')).status).toBe(404)
  expect((await raw('/phones')).status).toBe(404)
})

test('what the address says cannot become markup', async () => {
  const { body } = await raw(
    `/phone?as=${encodeURIComponent('</script><script>alert(1)</script>')}`,
  )
  expect(body).not.toContain('</script><script>alert')
  expect(body).toContain('\\u003c/script>')
})
