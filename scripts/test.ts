// npm test: every suite. Some need Chromium, Chinese fonts and Redis, which are installed where that is
// possible; where it is not, those are counted as skipped, and that fails only in CI.
import { spawnSync } from 'node:child_process'
import { installPrograms } from './debian'
import { inRoot } from './paths'

const { missing } = installPrograms()
if (missing.length > 0) {
  console.error(
    `缺少程序，跳过需要它们的测试。请安装： The suites that need these are skipped. To run them, install:\n` +
      `  apt-get install ${missing.join(' ')}\n`,
  )
}

const { status } = spawnSync(
  process.execPath,
  [inRoot('node_modules', 'jest', 'bin', 'jest.js'), ...process.argv.slice(2)],
  { stdio: 'inherit', cwd: inRoot() },
)
const isIncomplete = missing.length > 0 && process.env.CI !== undefined
process.exitCode = status === 0 && isIncomplete ? 1 : (status ?? 1)
