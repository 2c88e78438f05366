// A page of docs/ as a reader follows it: in a project of their own, file by file, as it stands there.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inRoot } from '../../scripts/paths'

/** A block of code that belongs into a file: the line above its fence names it. */
export interface Block {
  file: string
  language: string
  code: string
}

/** What `docs/<page>` says to write, in its order. */
export const blocksOf = (page: string): Block[] =>
  [
    ...readFileSync(inRoot('docs', page), 'utf8').matchAll(
      /^`([\w./-]+)`:\n\n```(\w+)\n(.*?)^```$/gms,
    ),
  ].map(([, file = '', language = '', code = '']) => ({ file, language, code }))

/** Writes a new file, or changes the one that is there as a `diff` says. @throws Error where it can't */
export const follow = (project: string, { file, language, code }: Block): void => {
  const target = path.join(project, file)
  if (existsSync(target) !== (language === 'diff')) {
    throw new Error(`${file} ${language === 'diff' ? 'is not there to be changed' : 'is there'}`)
  }
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(target, language === 'diff' ? changed(readFileSync(target, 'utf8'), code) : code)
}

const changed = (text: string, diff: string): string => {
  const side = (dropped: string) =>
    diff
      .split(/(?<=\n)/)
      .filter((line) => !line.startsWith(dropped))
      .map((line) => line.slice(1))
      .join('')
  const [before, after] = [side('+'), side('-')]
  const [head = '', tail, ...more] = text.split(before)
  if (tail === undefined || more.length > 0) throw new Error(`not there once:\n${before}`)
  return head + after + tail
}

const leftOut = new Set(['node_modules', '.git', '.gongpai', 'dist', 'docs'])

/** A project as one clones it; its packages are those of this one. */
export const cloneProject = (): { root: string; remove(): void } => {
  const root = mkdtempSync(path.join(os.tmpdir(), 'gongpai-project-'))
  for (const name of readdirSync(inRoot()).filter((one) => !leftOut.has(one))) {
    const filter = (source: string) => path.basename(source) !== 'node_modules'
    cpSync(inRoot(name), path.join(root, name), { recursive: true, filter })
  }
  symlinkSync(inRoot('node_modules'), path.join(root, 'node_modules'))
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
