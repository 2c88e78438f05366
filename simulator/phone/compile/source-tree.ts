import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The mini program's folder, read by the paths that its own files use. */
export interface SourceTree {
  root: string
  /** The text of a file, or `undefined` where there is none. */
  read(file: string): string | undefined
  has(file: string): boolean
  absolute(file: string): string
}

/** Opens the folder `root` for reading. Paths are relative to it, with forward slashes. */
export function openSourceTree(root: string): SourceTree {
  const absolute = (file: string) => path.join(root, file)
  const isFile = (file: string) => existsSync(file) && statSync(file).isFile()
  return {
    root,
    absolute,
    has: (file) => isFile(absolute(file)),
    read: (file) => (isFile(absolute(file)) ? readFileSync(absolute(file), 'utf8') : undefined),
  }
}

/** Resolves `target` as written inside `from`: `/a` counts from the root, all else from the file. */
export function resolveFrom(from: string, target: string): string {
  return target.startsWith('/')
    ? path.posix.normalize(target.slice(1))
    : path.posix.join(path.posix.dirname(from), target)
}
