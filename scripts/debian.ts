import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Debian's Chromium; a path of your own in CHROMIUM. */
export const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Debian packages, and how to tell that each is there. */
const packages: Readonly<Record<string, () => boolean>> = {
  chromium: () => existsSync(chromiumPath),
  // Without it Chinese text is boxes, and every screenshot and every width is wrong.
  'fonts-noto-cjk': () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  'redis-server': () => existsSync('/usr/bin/redis-server'),
}

const missingPackages = () => Object.keys(packages).filter((name) => !packages[name]?.())

/** Installs what the suites need beside Node, as root on Debian; says what is still missing. */
export const installPrograms = (): { missing: string[] } => {
  const missing = missingPackages()
  const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (missing.length === 0 || !canInstall) return { missing }
  console.error(`正在安装 Installing ${missing.join(', ')}`)
  // Output goes to stderr, so that what a test run prints stays its own.
  const run = (...apt: string[]) =>
    spawnSync('apt-get', apt, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  run('update', '-qq')
  run('install', '-y', '-qq', '--no-install-recommends', ...missing)
  return { missing: missingPackages() }
}
