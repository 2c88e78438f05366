import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { ROOT } from '../support/mini-program'
import { contrastOf } from './fixtures/contrast'
import { filesBelow } from './fixtures/files'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const json = (path: string) => JSON.parse(read(path))
const files = filesBelow(ROOT).map((file) => relative(ROOT, file))
const withEnding = (ending: string) => files.filter((file) => file.endsWith(ending))

describe('what ships to every phone', () => {
  test.each([
    'qyapi',
    'open.weixin',
    'corpsecret',
    'corp_secret',
    'access_token',
    'session_key',
    'sessionkey',
    'appsecret',
    'encodingaeskey',
    'private key',
  ])('never mentions %s, not even in a comment', (word) => {
    expect(files.filter((file) => read(file).toLowerCase().includes(word))).toEqual([])
  })

  test('holds no corp id, app id or address of a machine but this one', () => {
    for (const file of files) {
      expect([file, read(file).match(/\b(ww|wx)[0-9a-f]{16}\b/g)]).toEqual([file, null])
      const addresses = (read(file).match(/\b\d{1,3}(\.\d{1,3}){3}\b/g) ?? []).filter(
        (address) => address !== '127.0.0.1',
      )
      expect([file, addresses]).toEqual([file, []])
    }
  })

  test('brings no package but the one of npm run vendor, no script of its own language, and no picture but the tabs', () => {
    const endings = /\.(ts|json|wxml|wxss)$/
    const others = files.filter((file) => !endings.test(file))
    expect(others.filter((file) => !/^images\/tabs\/\w+(-selected)?\.png$/.test(file))).toEqual([
      'vendor/qr-code.js',
    ])
    const bare = /from '(?!\.\.?\/)/
    expect(withEnding('.ts').filter((file) => bare.test(read(file)))).toEqual([])
  })

  test('asks nothing of the phone that WeCom does not have', () => {
    const absent =
      /wx\.(getWindowInfo|getAppBaseInfo|getDeviceInfo|getSystemSetting|onThemeChange|getRandomValues)|\b(URL|AbortController|structuredClone|crypto|document|window)\b[.(]|Object\.fromEntries|\.(flat|flatMap|replaceAll|allSettled|at)\(/
    const askers = withEnding('.ts').filter((file) =>
      absent.test(read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
    )
    expect(askers).toEqual([])
  })
})

describe('app.json', () => {
  const app = json('app.json')
  const scripts = (path: string) =>
    ['.ts', '.json', '.wxml', '.wxss'].map((ending) => `${path}${ending}`)

  test('names pages that are all there, and all there are', () => {
    const missing = app.pages.flatMap(scripts).filter((file: string) => !files.includes(file))
    expect(missing).toEqual([])
    const templates = withEnding('.wxml').filter((file) => file.startsWith('pages/'))
    const pages = app.pages.map((page: string) => `${page}.wxml`)
    expect(templates.sort()).toEqual(pages.sort())
  })

  test('opens on the badge, and its tabs are pages', () => {
    expect(app.pages[0]).toBe('pages/badge/badge')
    const tabs: { pagePath: string }[] = app.tabBar.list
    expect(app.pages.slice(0, tabs.length)).toEqual(tabs.map(({ pagePath }) => pagePath))
  })

  test('takes every colour from a theme that knows it, light and dark', () => {
    const theme = json(app.themeLocation)
    const names =
      JSON.stringify(app)
        .match(/"@\w+"/g)
        ?.map((name) => name.slice(2, -1)) ?? []
    expect(names.length).toBeGreaterThan(5)
    for (const mode of ['light', 'dark']) {
      expect(Object.keys(theme[mode])).toEqual(expect.arrayContaining(names))
    }
    expect(app.darkmode).toBe(true)
    expect(existsSync(join(ROOT, app.sitemapLocation))).toBe(true)
  })
})

describe('the pictures of the tabs', () => {
  interface Tab {
    iconPath: string
    selectedIconPath: string
  }
  const names: string[] = json('app.json').tabBar.list.flatMap((tab: Tab) => [
    tab.iconPath,
    tab.selectedIconPath,
  ])

  test('are all there, as WeChat wants them', () => {
    expect(names).toHaveLength(6)
    for (const name of names) {
      const picture = readFileSync(join(ROOT, name))
      expect([name, picture.subarray(1, 4).toString('latin1')]).toEqual([name, 'PNG'])
      expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([81, 81])
      // WeChat takes up to 40 KB, and we take less.
      expect(picture.length).toBeLessThan(2048)
    }
  })

  test('are no more than those', () => {
    expect(files.filter((file) => file.endsWith('.png')).sort()).toEqual([...names].sort())
  })

  test('are seen well on the bar, light and dark', () => {
    const theme = json('theme.json')
    for (const name of names) {
      const picture = readFileSync(join(ROOT, name))
      const at = picture.indexOf('PLTE') + 4
      const colour = `#${picture.subarray(at, at + 3).toString('hex')}`
      for (const mode of ['light', 'dark']) {
        const contrast = contrastOf(colour, theme[mode].tabBackground)
        // What is drawn needs less than what is read: https://www.w3.org/TR/WCAG21/#non-text-contrast
        expect([name, mode, contrast >= 3]).toEqual([name, mode, true])
      }
    }
  })
})

describe('components', () => {
  const users = withEnding('.json').filter((file) => json(file).usingComponents)

  test.each(users)('that %s uses are there, and are all used', (user) => {
    const used: Record<string, string> = json(user).usingComponents
    const template = read(user.replace('.json', '.wxml'))
    for (const [tag, path] of Object.entries(used)) {
      expect(files).toContain(`${path.slice(1)}.wxml`)
      expect(json(`${path.slice(1)}.json`).component).toBe(true)
      expect(template).toContain(`<${tag}`)
    }
  })

  test('know nothing of services or pages', () => {
    const curious = files.filter(
      (file) => file.startsWith('components/') && /services|pages\//.test(read(file)),
    )
    expect(curious).toEqual([])
  })

  test('name what can be tapped for those who cannot see it', () => {
    for (const file of withEnding('.wxml')) {
      const tappable = read(file).match(/<\w[^>]*(?:bind|catch)tap="[^>]*>/g) ?? []
      // A group is read out piece by piece; what a tap on it does, a button inside says.
      const unnamed = tappable.filter((tag) => !/aria-role="(button|group)" aria-label=/.test(tag))
      expect([file, unnamed]).toEqual([file, []])
    }
  })
})

test('only one file tells WeCom from WeChat, and only one sends', () => {
  const code = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const decides = withEnding('.ts').filter((file) => /wxwork|environment/.test(code(file)))
  const sends = withEnding('.ts').filter((file) => /\.request\(|callFunction\(/.test(code(file)))
  expect(decides).toEqual(['services/host.ts'])
  expect(sends).toEqual(['services/transport.ts'])
})
