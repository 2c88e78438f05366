import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { inRoot } from '../../scripts/paths'
import { startUpstream } from '../support/upstream'
import vectors from '../vectors/seed-replies.json'

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-start-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const write = (name: string, text: string): string => {
  const file = path.join(folder, name)
  writeFileSync(file, text)
  return file
}

interface Finished {
  code: number | null
  stdout: string
  stderr: string
}

const begin = (parameters: string[], environment: Record<string, string> = {}) =>
  spawn(process.execPath, [inRoot('scripts', 'run.cjs'), ...parameters], {
    env: { PATH: process.env.PATH ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
const run = (parameters: string[], environment?: Record<string, string>): Promise<Finished> =>
  new Promise((resolve) => {
    const child = begin(parameters, environment)
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => (stdout += chunk))
    child.stderr.on('data', (chunk) => (stderr += chunk))
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })

describe('npm start -- --once', () => {
  test('signs 张三 in over the wire, prints the hops and the profile, and exits 0', async () => {
    const { code, stdout } = await run(['start', '--once'])
    expect(code).toBe(0)
    const order = ['wx.qy.login', 'gettoken', 'jscode2session', 'user/get', '"name": "张三"']
    const places = order.map((word) => stdout.indexOf(word))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('exits 1 for a person who is refused, and says why', async () => {
    const { code, stdout } = await run(['start', '--once', '--as', 'yuanhong'])
    expect(code).toBe(1)
    expect(stdout).toContain('MEMBER_DISABLED')
  })

  test('takes a company of one’s own', async () => {
    const company = write(
      'company.json',
      JSON.stringify({
        corpId: 'ww00000000000000aa',
        name: '我的公司',
        apps: [
          {
            agentId: 7,
            name: '工牌',
            secret: 'made-up-for-this-test-only',
            createdAt: '2024-01-01T00:00:00Z',
            visibleRange: { departments: [1] },
            miniProgram: { appId: 'wx00000000000000aa' },
          },
        ],
        departments: [{ id: 1, name: '我的公司' }],
        members: [{ userId: 'me', name: '我', departments: [1] }],
      }),
    )
    const { code, stdout, stderr } = await run([
      'start',
      '--once',
      '--company',
      company,
      '--as',
      'me',
    ])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('"corpName": "我的公司"')
  })

  test('names the line of what is wrong in a company', async () => {
    const company = write('broken.yaml', 'corpId: ww1\nname: 我的公司\nmembers: 7\n')
    const { code, stderr } = await run(['start', '--once', '--company', company])
    expect(code).toBe(1)
    expect(stderr).toMatch(/broken\.yaml:3:\d+/)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

describe('with WECOM_* of one’s own', () => {
  test('talks to that WeCom, which need not be ours', async () => {
    const upstream = await startUpstream()
    upstream.answer('/cgi-bin/gettoken', vectors['gettoken ok'])
    upstream.answer('/cgi-bin/user/get', vectors['user/get ok'])
    upstream.answer('/cgi-bin/miniprogram/jscode2session', {
      corpid: 'wwMINE',
      userid: 'zhangsan',
      session_key: 'kJtdi6RF+Dv67QkbLlPGjw==',
    })
    upstream.answer('/cgi-bin/department/list', {
      department: [{ id: 1, name: '总部', parentid: 0 }],
    })
    const env = write(
      'mine.env',
      [
        'WECOM_CORP_ID=wwMINE',
        'WECOM_AGENT_ID=1000002',
        'WECOM_CORP_SECRET=not-a-real-one',
        `WECOM_API_BASE=${upstream.url}`,
        'PROFILE_FIELDS=name,position,departments',
      ].join('\n'),
    )
    const { code, stdout, stderr } = await run(['start', '--once', '--env', env, '--code', 'CODE'])
    await upstream.close()
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('"position": "后台工程师"')
    expect(stdout).not.toContain('not-a-real-one')
    expect(upstream.seen[0]?.query.get('corpsecret')).toBe('not-a-real-one')
  })

  test('.env.example copied as it stands changes nothing', async () => {
    const { code, stdout } = await run(['start', '--once', '--env', inRoot('.env.example')])
    expect([code, stdout.includes('"name": "张三"')]).toEqual([0, true])
  })

  test('says all that is wrong with them', async () => {
    const env = write('bad.env', 'WECOM_CORP_ID=ww 1\nWECOM_AGENT_ID=none\n')
    const { code, stdout } = await run(['start', '--once', '--env', env, '--code', 'CODE'])
    expect(code).toBe(1)
    for (const name of ['WECOM_CORP_ID', 'WECOM_AGENT_ID', 'WECOM_CORP_SECRET']) {
      expect(stdout).toContain(name)
    }
  })
})

describe('npm start', () => {
  const none = path.join(folder, 'no.env')
  const firstAddress = (
    child: ReturnType<typeof begin>,
    pattern = /http:\/\/127\.0\.0\.1:\d+/,
  ): Promise<string> =>
    new Promise((resolve) => {
      let text = ''
      child.stdout.on('data', (chunk) => {
        text += chunk
        const address = pattern.exec(text)?.[0]
        if (address) resolve(address)
      })
    })

  test('serves the start page until Ctrl-C, which stops everything', async () => {
    const child = begin(['start', '--env', none], { PORT: '0' })
    const address = await firstAddress(child)
    const page = await fetch(address)
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ])
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.kill('SIGINT')
    expect(await ended).toBe(0)
    await expect(fetch(address)).rejects.toThrow()
  })

  test('with --automation it says where the preview is driven, and without it nowhere', async () => {
    const child = begin(['start', '--env', none, '--automation=0'], { PORT: '0' })
    const endpoint = await firstAddress(child, /ws:\/\/127\.0\.0\.1:\d+/)
    const { status } = await fetch(endpoint.replace('ws', 'http'))
    child.kill('SIGINT')
    expect(status).toBe(426)
    const { stdout } = await run(['start', '--once'])
    expect(stdout).not.toContain('ws://')
  })

  test('says so when the port for automation is taken', async () => {
    const squatter = net.createServer()
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve))
    const { port } = squatter.address() as net.AddressInfo
    const parameters = ['start', '--env', none, `--automation=${port}`]
    const { code, stderr } = await run(parameters, { PORT: '0' })
    squatter.close()
    expect(code).toBe(1)
    expect(stderr).toContain('--automation=')
  })

  test('says so when the port is taken', async () => {
    const squatter = net.createServer()
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve))
    const { port } = squatter.address() as net.AddressInfo
    const { code, stderr } = await run(['start', '--env', none], { PORT: String(port) })
    squatter.close()
    expect(code).toBe(1)
    expect(stderr).toContain('PORT=')
  })
})

test('an old Node gets one clear line', () => {
  const pretend = `Object.defineProperty(process.versions, 'node', { value: '18.20.8' })`
  const script = `${pretend}; require(${JSON.stringify(inRoot('scripts', 'run.cjs'))})`
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/20\.12.*18\.20\.8/)])
})

test('npm run -s keys prints a ring that the functions take', async () => {
  const { stdout } = await run(['keys'])
  const [key] = JSON.parse(stdout) as Record<string, unknown>[]
  expect(key).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: expect.any(String) })
})
