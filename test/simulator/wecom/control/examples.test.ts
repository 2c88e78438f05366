import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { inRoot } from '../../../../scripts/paths'
import { loadCompany } from '../../../../simulator/wecom/wecom'
import { start } from '../running'

test('every example of docs/simulator-api.md does what it says, one after the other', async () => {
  const page = readFileSync(inRoot('docs', 'simulator-api.md'), 'utf8')
  const script = [...page.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) => block).join('\n')
  const folder = mkdtempSync(path.join(tmpdir(), 'examples-'))
  const wecom = await start()
  const before = wecom.company()
  try {
    const { stdout } = await promisify(execFile)('sh', ['-e', '-c', script], {
      cwd: folder,
      env: { ...process.env, SIM: wecom.url },
    })
    expect(stdout).toContain('"name":"合规部"')
    const exported = readFileSync(path.join(folder, 'company.yaml'), 'utf8')
    expect(loadCompany(exported, 'company.yaml')).toEqual(before)
  } finally {
    await wecom.close()
    rmSync(folder, { recursive: true })
  }
}, 60_000)
