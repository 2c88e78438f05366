// npm run check: what can be known without running anything.
import { spawnSync } from 'node:child_process'
import { inRoot } from './paths'

const bin = (name: string) => inRoot('node_modules', '.bin', name)
const rooms = [
  '.',
  'cloudfunctions',
  'simulator',
  'simulator/phone/browser',
  'simulator/wecom/page/browser',
  'test',
]

const checks: [name: string, command: string, ...parameters: string[]][] = [
  ...rooms.map((room): [string, string, ...string[]] => [`tsc ${room}`, bin('tsc'), '-p', room]),
  ['eslint', bin('eslint'), '.'],
  ['prettier', bin('prettier'), '--check', '--log-level', 'warn', '.'],
  ['boundaries', bin('jest'), '--selectProjects', 'node', '--testPathPatterns', 'boundaries'],
]

const failed = checks.filter(([name, command, ...parameters]) => {
  const { status, stdout, stderr } = spawnSync(command, parameters, {
    cwd: inRoot(),
    encoding: 'utf8',
  })
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`)
  if (status !== 0) console.log(stdout + stderr)
  return status !== 0
})
process.exitCode = failed.length === 0 ? 0 : 1
