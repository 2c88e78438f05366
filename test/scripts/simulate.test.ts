import { spawn, spawnSync } from 'node:child_process'
import net from 'node:net'
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
      if (text.includes('/_sim/')) resolve(text)
    })
  })
  const page = /http:\S+\/_sim\//.exec(printed)?.[0] ?? ''
  expect((await fetch(page)).status).toBe(200)
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

const refused = (...parameters: string[]) => {
  const { status, stderr } = spawnSync(
    process.execPath,
    [inRoot('scripts', 'run.cjs'), 'simulate', '--port', '0', ...parameters],
    { encoding: 'utf8', timeout: 20_000 },
  )
  return { status, stderr }
}

test.each([
  [['--port', '99999'], '0 to 65535'],
  [['--seed', 'nowhere.yaml'], 'no such file'],
  [['--limit-scale', 'many'], '--limit-scale must be a number'],
  [['--choice', 'usedCode=1'], 'usedCode can be 40029, 42022'],
  [['--choice', 'unheardOf'], 'is none of repeatedGettoken='],
  [['--sed', 'company.yaml'], '--seed FILE'],
])('%j is refused with a sentence, and no stack', (parameters, why) => {
  const { status, stderr } = refused(...parameters)
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining(why) })
  expect(stderr).not.toMatch(/^ +at /m)
})

test('a port that is taken is said to be', async () => {
  const holder = net.createServer()
  await new Promise<void>((resolve) => holder.listen(0, '127.0.0.1', resolve))
  const { port } = holder.address() as net.AddressInfo
  try {
    expect(refused('--port', String(port)).stderr).toContain('The port is taken')
  } finally {
    holder.close()
  }
})
