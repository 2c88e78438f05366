/** npm run conform: where a real WeCom differs from the simulator, and nothing of whose it is. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { checks } from '../../scripts/conform/checks'
import { inRoot } from '../../scripts/paths'
import type { Upstream } from '../support/upstream'
import { startOtherWecom, theirs, type OtherAnswer, type Spoil } from './other-wecom'

const folder = mkdtempSync(path.join(os.tmpdir(), 'gongpai-conform-'))
const file = path.join(folder, 'differences.json')
const others: Upstream[] = []
afterEach(() => Promise.all(others.splice(0).map((other) => other.close())))
afterAll(() => rmSync(folder, { recursive: true }))

interface Run {
  exitCode: number | null
  stdout: string
  stderr: string
}

const run = (parameters: string[], environment: Record<string, string> = {}): Promise<Run> =>
  new Promise((resolve) => {
    const script = inRoot('scripts', 'run.cjs')
    const child = spawn(
      process.execPath,
      [script, 'conform', '--env', path.join(folder, 'none'), ...parameters],
      { env: { PATH: process.env.PATH ?? '', ...environment } },
    )
    let [stdout, stderr] = ['', '']
    child.stdout.on('data', (chunk) => (stdout += chunk))
    child.stderr.on('data', (chunk) => (stderr += chunk))
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })

const credentials = {
  WECOM_CORP_ID: theirs.corpId,
  WECOM_CORP_SECRET: theirs.secret,
  WECOM_AGENT_ID: theirs.agentId,
}

/** Against a WeCom of somebody's that differs as planted; gives what was said, and how many calls came. */
const runLive = async (spoils: Record<string, Spoil> = {}, parameters: string[] = []) => {
  const other = await startOtherWecom(spoils)
  others.push(other)
  const ran = await run(['--live', '--base-url', other.url, ...parameters], credentials)
  return { ...ran, seen: other.seen }
}
const replyOf = ({ reply }: OtherAnswer) => reply as Record<string, unknown>

/** What follows the line of a check. */
const differencesBelow = (stdout: string, holds: string): string[] => {
  const lines = stdout.split('\n')
  const below = lines.slice(lines.findIndex((line) => line.endsWith(holds)) + 1)
  return below
    .slice(
      0,
      below.findIndex((line) => !line.startsWith('    ')),
    )
    .map((line) => line.trim())
}

test('the simulator answers everything as the list says', async () => {
  const { exitCode, stdout } = await run([])
  expect(stdout).toContain(`${checks.length} as in the simulator, 0 different, 0 not asked`)
  expect(exitCode).toBe(0)
})

test('a WeCom that is like the simulator shows no difference', async () => {
  const { exitCode, stdout, stderr } = await runLive()
  expect([stderr, exitCode]).toEqual(['', 0])
  expect(stdout).toContain(`${checks.length} as in the simulator, 0 different, 0 not asked`)
})

test('the page says how many calls it makes', () => {
  const page = readFileSync(inRoot('docs', 'conform.md'), 'utf8')
  expect(page).toContain(`makes ${checks.length} calls`)
})

test('every call only reads', () => {
  const calls = checks.map(({ path, body }) => `${body ? 'POST' : 'GET'} ${path}`)
  expect([...new Set(calls)].sort()).toEqual([
    'GET agent/get',
    'GET auth/getuserinfo',
    'GET department/get',
    'GET department/list',
    'GET department/simplelist',
    'GET get_api_domain_ip',
    'GET get_jsapi_ticket',
    'GET getcallbackip',
    'GET gettoken',
    'GET miniprogram/jscode2session',
    'GET tag/get',
    'GET tag/list',
    'GET ticket/get',
    'GET user/get',
    'GET user/getuserinfo',
    'GET user/list',
    'GET user/simplelist',
    'POST auth/getuserdetail',
  ])
})

describe('with differences planted', () => {
  let saved: string
  let live: Run
  beforeAll(async () => {
    live = await runLive(
      {
        'user/get': (answer, query) => {
          if (query.get('userid') === theirs.userId) {
            const reply = replyOf(answer)
            delete reply['hide_mobile']
            Object.assign(reply, {
              status: '1',
              is_leader_in_dept: [true, false],
              new_field: theirs.mobile,
              [theirs.userId]: theirs.name,
              [theirs.mobile]: 1,
            })
            reply['extattr'] = {
              attrs: [{ type: 0, name: theirs.mail, text: { val: theirs.name } }],
            }
          } else if (replyOf(answer)['errcode'] === 60111) {
            replyOf(answer)['errmsg'] =
              `userid not found: ${theirs.userId} 王五 wangwu ${theirs.mobile}, hint: [1777424699_12_0123456789abcdef0123456789abcdef], from ip: ${theirs.address}`
          }
        },
        'department/get': (answer) => {
          const reply = replyOf(answer)
          if (reply['errcode'] === 60123) answer.reply = { ...reply, errcode: 60003 }
          delete answer.headers['error-code']
        },
        'department/list': (answer) => {
          answer.reply = `<html>${theirs.name}</html>`
          answer.headers['content-type'] = 'text/html'
        },
        'miniprogram/jscode2session': (answer) => {
          answer.status = 400
          replyOf(answer)['errcode'] = '40029'
          answer.headers['content-type'] = `application/json; from=${theirs.token}`
        },
      },
      ['--user', theirs.userId, '--department', '7', '--save', file],
    )
    saved = readFileSync(file, 'utf8')
  })

  test('it ends with 1, and counts them', () => {
    expect(live).toMatchObject({ exitCode: 1, stderr: '' })
    expect(live.stdout).toContain('6 different, 0 not asked')
  })

  test.each([
    [
      'a visible member is told',
      [
        'missing key  hide_mobile',
        'type  status  simulator: number  here: text',
        'type  is_leader_in_dept[]  simulator: number  here: boolean',
        'missing key  extattr.attrs[].text.value',
        'extra key  extattr.attrs[].text.val  here: text',
        'extra key  new_field  here: text',
        'extra key  …  here: text',
        'extra key  …  here: number',
      ],
    ],
    [
      'a member that is not there is refused',
      [
        'errmsg  simulator: userid not found  here: userid not found: …',
        'missing part  errmsg: hint',
        'missing part  errmsg: more info',
      ],
    ],
    ['one department comes as an object', ['missing header  error-code']],
    [
      'a department that is not there is refused',
      ['missing header  error-code', 'errcode  simulator: 60123  here: 60003'],
    ],
    ['and with their names', ['body  simulator: JSON  here: something else']],
    [
      'a js_code that was never issued is refused',
      [
        'status  HTTP  simulator: 200  here: 400',
        'header  content-type  simulator: application/json; charset=UTF-8  here: …',
        'type  errcode  simulator: number  here: text',
      ],
    ],
  ])('%s: each difference is told', (holds, differences) => {
    expect(differencesBelow(live.stdout, holds).sort()).toEqual([...differences].sort())
  })

  test('what is saved is what was printed', () => {
    const { different } = JSON.parse(saved) as { different: { holds: string }[] }
    expect(different).toHaveLength(6)
    expect(different.map(({ holds }) => holds)).toContain('and with their names')
  })

  test.each(Object.entries(theirs))('their %s is nowhere', (_, value) => {
    expect(live.stdout + live.stderr + saved).not.toContain(value)
  })
  test('nor is a name that no answer had as a value', () => {
    expect(live.stdout + saved).not.toMatch(/王五|wangwu|1777424699/)
  })
})

test('without a department to read, what needs one is not asked, and that is said', async () => {
  const { exitCode, stdout } = await runLive({
    'department/simplelist': (answer) => {
      answer.reply = { ...replyOf(answer), department_id: [] }
    },
  })
  expect(stdout).toContain(
    'one department comes as an object (not asked: no departmentId is known)',
  )
  expect(exitCode).toBe(0)
})

describe('it stops at once, and says what to do', () => {
  test('when the address is not a trusted one, with the address', async () => {
    const { exitCode, stdout, stderr, seen } = await runLive({
      'department/simplelist': (answer) => {
        answer.reply = {
          errcode: 60020,
          errmsg: `not allow to access from your ip, hint: [1], from ip: ${theirs.address}`,
        }
      },
    })
    expect(exitCode).toBe(2)
    expect(stderr).toContain(`errcode 60020, from ip: ${theirs.address}`)
    expect(stderr).toContain('企业可信IP')
    expect(stdout).not.toContain(theirs.address)
    expect(seen.at(-1)?.path).toBe('/cgi-bin/department/simplelist')
  })

  test('when the secret is not that of the corp', async () => {
    const other = await startOtherWecom()
    others.push(other)
    const { exitCode, stderr } = await run(['--base-url', other.url], {
      ...credentials,
      WECOM_CORP_SECRET: 'another-secret-of-theirs',
    })
    expect([exitCode, other.seen.length]).toEqual([2, 1])
    expect(stderr).toContain('errcode 40001')
    expect(stderr).not.toContain('another-secret-of-theirs')
  })
})

describe('it could not be run', () => {
  test('without credentials', async () => {
    const { exitCode, stderr } = await run(['--live'])
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('WECOM_CORP_SECRET')])
  })

  test('where nobody answers, and the error shows no part of the request', async () => {
    const { exitCode, stderr } = await run(
      ['--live', '--base-url', 'http://127.0.0.1:9'],
      credentials,
    )
    expect([exitCode, stderr]).toEqual([2, '127.0.0.1:9 does not answer /cgi-bin/gettoken\n'])
  })

  test('with an option that it does not have', async () => {
    expect((await run(['--lively'])).exitCode).toBe(2)
  })
})
