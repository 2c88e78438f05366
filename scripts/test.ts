// npm test: every suite. The browser suites need Chromium and Chinese fonts, which are installed where
// that is possible; where it is not, they are counted as skipped, and that fails only in CI.
import { spawnSync } from 'node:child_process'
import { installBrowser } from './browser'
import { inRoot } from './paths'

const browser = installBrowser()
if (browser.missing.length > 0) {
  console.error(
    `没有浏览器，跳过浏览器测试。请安装： The browser suites are skipped. To run them, install:\n` +
      `  apt-get install ${browser.missing.join(' ')}\n`,
  )
}

const { status } = spawnSync(
  process.execPath,
  [inRoot('node_modules', 'jest', 'bin', 'jest.js'), ...process.argv.slice(2)],
  { stdio: 'inherit', cwd: inRoot() },
)
const isIncomplete = browser.missing.length > 0 && process.env.CI !== undefined
process.exitCode = status === 0 && isIncomplete ? 1 : (status ?? 1)
