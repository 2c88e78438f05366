import { parse } from 'acorn'
import path from 'node:path'
import type { Complaint } from './complaint'

/** What goes into the package: the contents of each file by its path. */
export type Package = ReadonlyMap<string, Buffer>

/** WeChat's own limit for a package without subpackages. */
export const wechatLimitBytes = 2 * 1024 * 1024
/** Ours: a badge is opened in passing, also where the network is slow. */
export const ownLimitBytes = 120 * 1024

export const bytesOf = (contents: Package): number =>
  [...contents.values()].reduce((sum, { length }) => sum + length, 0)

/** What the compiler lets through, and a phone does not. */
export const inspect = (contents: Package): Complaint[] => [
  ...[...contents].flatMap(([file, text]) => {
    if (file.endsWith('.js')) return inspectScript(file, text.toString(), contents)
    if (file.endsWith('.wxss')) return inspectStyle(file, text.toString(), contents)
    return []
  }),
  ...inspectSize(contents),
]

// WeCom's client brings the engine of the phone, down to the JavaScriptCore of iOS 10: scripts are ES5.
const inspectScript = (file: string, text: string, contents: Package): Complaint[] => {
  try {
    parse(text, { ecmaVersion: 5 })
  } catch (error) {
    const { message } = error as Error
    return [
      { file, text: `is not ES5: ${message}. Are es6 and enhance on in project.config.json?` },
    ]
  }
  return [...text.matchAll(/\brequire\("([^"]+)"\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !isIn(contents, file, target, ['', '.js', '/index.js']))
    .map((target) => ({ file, text: `requires "${target}", which is not in the package` }))
}

const inspectStyle = (file: string, text: string, contents: Package): Complaint[] =>
  [...text.matchAll(/@import\s*["']([^"']+)["']/g)]
    .map(([, target = '']) => target)
    .filter((target) => !isIn(contents, file, target, ['']))
    .map((target) => ({ file, text: `imports "${target}", which is not in the package` }))

const isIn = (contents: Package, from: string, target: string, endings: string[]): boolean => {
  const named = target.startsWith('/')
    ? target.slice(1)
    : path.posix.join(path.posix.dirname(from), target)
  return endings.some((ending) => contents.has(named + ending))
}

const inspectSize = (contents: Package): Complaint[] => {
  const bytes = bytesOf(contents)
  if (bytes <= ownLimitBytes) return []
  const whose =
    bytes > wechatLimitBytes
      ? `more than WeChat takes (${wechatLimitBytes})`
      : `more than we allow ourselves (${ownLimitBytes})`
  const [largest, ...others] = [...contents]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, 4)
    .map(([file, { length }]) => ({ file, told: `${file} ${length}` }))
  const next = others.map(({ told }) => told).join(', ')
  const text = `is the largest file of a package of ${bytes} bytes, ${whose}; next are ${next}`
  return [{ file: largest?.file ?? 'app.json', text }]
}
