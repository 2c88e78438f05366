import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'

/**
 * One text that changes whenever a file below `root` is written, added, renamed or removed. Asking
 * for times is slower than watching, but it never misses an editor's way of saving.
 */
export async function fingerprintOf(root: string): Promise<string> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => [])
  const lines = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name)
        const { mtimeMs, size } = await stat(file).catch(() => ({ mtimeMs: 0, size: 0 }))
        return `${file} ${mtimeMs} ${size}`
      }),
  )
  return lines.sort().join('\n')
}
