import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { inRoot } from '../../scripts/paths'

const folder = inRoot('test', 'clients')
/** Which lockfile node_modules was installed from; inside it, so that both go together. */
const mark = inRoot('test', 'clients', 'node_modules', '.installed-from')
const lock = inRoot('.gongpai', 'installing-clients')

const installed = (): boolean => {
  if (isFresh()) return true
  const release = takeLock()
  try {
    return isFresh() || install()
  } finally {
    release()
  }
}

const lockfileHash = () =>
  createHash('sha256')
    .update(readFileSync(`${folder}/package-lock.json`))
    .digest('hex')

const isFresh = (): boolean => {
  try {
    return readFileSync(mark, 'utf8') === lockfileHash()
  } catch {
    return false
  }
}

const install = (): boolean => {
  // Of the connector for Logto, which asks for Node 22, nothing is used that Node 20 lacks.
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  // Without a network each of the suites asks once, and waits for no second try.
  const network = ['--prefer-offline', '--fetch-retries=0']
  const { status } = spawnSync('npm', ['ci', '--engine-strict=false', ...flags, ...network], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status === 0) writeFileSync(mark, lockfileHash())
  return status === 0
}

/** Waits for the worker that installs at the moment; one that died on the way holds nothing. */
const takeLock = (): (() => void) => {
  mkdirSync(inRoot('.gongpai'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock)
    } catch {
      if (!isAlive(holder())) rmSync(lock, { force: true })
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
}

/** 0, our own group, while the file is still empty: somebody is about to write a number there. */
const holder = (): number => {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return 0
  }
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/**
 * `describe` where the clients of others are installed, or can be: npm does it once for each lockfile,
 * and whoever imports this waits. Without a way to a registry their tests are counted as skipped; in
 * CI they run and fail instead.
 */
export const describeWithClients =
  installed() || process.env.CI !== undefined ? describe : describe.skip
