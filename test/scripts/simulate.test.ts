import { spawn } from 'node:child_process'
import { inRoot } from '../../scripts/paths'

test('npm run simulate serves the WeCom alone, for any client', async () => {
  const child = spawn(process.execPath, [inRoot('scripts', 'run.cjs'), 'simulate', '--port', '0'], {
    env: { PATH: process.env.PATH ?? '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const printed = await new Promise<string>((resolve) => {
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      if (text.includes('corpsecret')) resolve(text)
    })
  })
  const [url, corpId, secret] = [/http:\S+/, /(?<=corpid\s+)\S+/, /(?<=corpsecret )\S+/].map(
    (pattern) => pattern.exec(printed)?.[0] ?? '',
  )
  const query = new URLSearchParams({ corpid: corpId ?? '', corpsecret: secret ?? '' })
  const reply = (await (await fetch(`${url}/cgi-bin/gettoken?${query}`)).json()) as {
    errcode: number
  }
  const ended = new Promise((resolve) => child.on('exit', resolve))
  child.kill('SIGTERM')
  expect([reply.errcode, await ended]).toEqual([0, 0])
})
